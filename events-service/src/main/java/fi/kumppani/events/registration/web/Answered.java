package fi.kumppani.events.registration.web;

import fi.kumppani.events.registration.Application;
import fi.kumppani.events.registration.DecideRegistration;
import fi.kumppani.events.registration.ManageRegistration;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.events.registration.SeeRegistrations;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.web.ETags;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** Answers moves of a registration alike, whoever made them. */
@Component
class Answered {

    private final SeeRegistrations seeRegistrations;

    Answered(SeeRegistrations seeRegistrations) {
        this.seeRegistrations = seeRegistrations;
    }

    ResponseEntity<RegistrationView> managed(Optional<ManageRegistration.Outcome> outcome) {
        return switch (outcome.orElseThrow(Problems::notFound)) {
            case ManageRegistration.Outcome.Done(var registration) -> view(registration);
            case ManageRegistration.Outcome.Faulty(var faults) -> throw faulty(faults);
            case ManageRegistration.Outcome.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    ResponseEntity<RegistrationView> decided(Optional<DecideRegistration.Outcome> outcome) {
        return switch (outcome.orElseThrow(Problems::notFound)) {
            case DecideRegistration.Outcome.Done(var registration) -> view(registration);
            case DecideRegistration.Outcome.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private ResponseEntity<RegistrationView> view(Registration registration) {
        RegistrationId id = registration.id();
        RegistrationStatus status =
                seeRegistrations.one(id).orElseThrow(() -> new IllegalStateException("Lost " + id));
        return ResponseEntity.ok()
                .eTag(ETags.of(status.registration().revision()))
                .body(RegistrationView.of(status));
    }

    /** 409 that names the series one registers for instead. */
    static Problem onlyWithSeries(String series) {
        Problem problem =
                Problems.refused(
                        "only-with-series",
                        "One registers once, for the whole series that this event is of");
        problem.getBody().setProperty("seriesId", series);
        return problem;
    }

    /** 422 that names every field at fault. */
    static Problem faulty(List<Application.Fault> faults) {
        FieldErrors errors = new FieldErrors();
        faults.forEach(
                fault -> errors.add(fault.field(), fault.code(), "See the rules of the event"));
        return Problems.invalid(errors.all());
    }
}
