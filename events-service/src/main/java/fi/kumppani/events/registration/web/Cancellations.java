package fi.kumppani.events.registration.web;

import fi.kumppani.events.registration.CancelRegistration;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.web.ETags;

import org.springframework.http.ResponseEntity;

import java.util.Optional;

/** Answers cancellations alike, whoever asked for them. */
final class Cancellations {

    private Cancellations() {}

    static ResponseEntity<RegistrationView> answer(Optional<CancelRegistration.Outcome> outcome) {
        return switch (outcome.orElseThrow(Problems::notFound)) {
            case CancelRegistration.Outcome.Done(var cancelled) ->
                    ResponseEntity.ok()
                            .eTag(ETags.of(cancelled.revision()))
                            .body(RegistrationView.of(cancelled));
            case CancelRegistration.Outcome.Refused(var reason) -> throw Problems.refused(reason);
        };
    }
}
