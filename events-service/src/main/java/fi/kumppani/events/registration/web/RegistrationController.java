package fi.kumppani.events.registration.web;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.CancelRegistration;
import fi.kumppani.events.registration.RegisterForEvent;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationLinks;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/** Registering without an account, and what the link in the mail allows. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/registrations")
class RegistrationController {

    private static final String REGISTER = "events.registration.register";
    private static final String TOKEN = "X-Link-Token";

    private final RegisterForEvent registerForEvent;
    private final CancelRegistration cancelRegistration;
    private final RegistrationLinks links;

    RegistrationController(
            RegisterForEvent registerForEvent,
            CancelRegistration cancelRegistration,
            RegistrationLinks links) {
        this.registerForEvent = registerForEvent;
        this.cancelRegistration = cancelRegistration;
        this.links = links;
    }

    /** Registers somebody: in order of arrival a seat, or a place in the queue. */
    @OpenToAll
    @RateLimited
    @PostMapping
    ResponseEntity<FirstAnswerView> register(
            @PathVariable String event,
            @Valid @RequestBody RegistrationRequest request,
            IdempotencyKey key) {
        var outcome =
                registerForEvent
                        .register(
                                new EventId(event),
                                request.person(),
                                new Creation(key.uniqueKey(REGISTER), key.bodyHash()))
                        .orElseThrow(Problems::notFound);
        return switch (outcome) {
            case RegisterForEvent.Outcome.Registered(var answer) ->
                    ResponseEntity.created(location(answer.id()))
                            .eTag(ETags.of(1))
                            .body(FirstAnswerView.of(answer));
            case RegisterForEvent.Outcome.KeyReused _ -> throw IdempotencyKey.reused();
            case RegisterForEvent.Outcome.Refused(var reason) ->
                    throw reason == RegisterForEvent.Refusal.NOT_PUBLISHED
                            ? Problems.notFound()
                            : Problems.refused(reason);
        };
    }

    /** How a registration stands, for whoever holds its link. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/{number}")
    ResponseEntity<RegistrationView> see(
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(name = "token", required = false) @Nullable String inQuery,
            @RequestHeader(name = TOKEN, required = false) @Nullable String inHeader) {
        RegistrationStatus status = open(event, number, inHeader == null ? inQuery : inHeader);
        return ResponseEntity.ok()
                .eTag(ETags.of(status.registration().revision()))
                .body(RegistrationView.of(status));
    }

    /** Gives a registration up, for whoever holds its link; said again, it stays given up. */
    @OpenToSignedLink
    @RateLimited
    @PostMapping("/{number}/cancellation")
    ResponseEntity<RegistrationView> cancel(
            @PathVariable String event,
            @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        RegistrationId id = open(event, number, token).registration().id();
        return Cancellations.answer(cancelRegistration.cancel(id, Actor.REGISTRANT, null));
    }

    private RegistrationStatus open(String event, String number, @Nullable String token) {
        if (token == null) {
            throw Problems.notFound();
        }
        return RegistrationId.parse(event + ":" + number)
                .flatMap(id -> links.open(id, token))
                .orElseThrow(Problems::notFound);
    }

    private static URI location(RegistrationId id) {
        return URI.create(
                "/v1/municipalities/%s/events/%s/registrations/%d"
                        .formatted(Tenancy.current(), id.event(), id.number()));
    }
}
