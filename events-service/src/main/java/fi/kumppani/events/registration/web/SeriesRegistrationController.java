package fi.kumppani.events.registration.web;

import fi.kumppani.events.registration.RegisterForSeries;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.web.IdempotencyKey;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registering once for what is to come of a series, without an account. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/series/{series}/registrations")
class SeriesRegistrationController {

    private static final String REGISTER = "events.series.register";

    private final RegisterForSeries registerForSeries;

    SeriesRegistrationController(RegisterForSeries registerForSeries) {
        this.registerForSeries = registerForSeries;
    }

    /**
     * Registers somebody for the events of a series that take registrations now and ask for no more
     * than who comes; at most the next thirty. The answer tells of each event what came of it. What
     * else there is to know, and the links, are mailed about each registration. Unless only what is
     * announced is meant, they are registered for later events of the series too, as soon as these
     * take registrations, and can leave by a link that is mailed.
     */
    @OpenToAll
    @RateLimited(perMinute = 3, burst = 30)
    @PostMapping
    SeriesRegistrationView register(
            @PathVariable String series,
            @Valid @RequestBody SeriesRegistrationRequest request,
            IdempotencyKey key) {
        var outcome =
                registerForSeries
                        .register(
                                series,
                                request.person(),
                                request.associationId(),
                                request.later(),
                                new Creation(key.uniqueKey(REGISTER), key.bodyHash()))
                        .orElseThrow(Problems::notFound);
        return switch (outcome) {
            case RegisterForSeries.Outcome.Told(var events) ->
                    SeriesRegistrationView.of(events, request.later());
            case RegisterForSeries.Outcome.KeyReused _ -> throw IdempotencyKey.reused();
            case RegisterForSeries.Outcome.Faulty(var faults) -> throw Answered.faulty(faults);
        };
    }
}
