package fi.kumppani.events.feedback;

import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.Question;
import fi.kumppani.events.door.WhoCame;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationStatus;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Those who came say how it was, once, and may say it otherwise until it is closed. */
@Service
public class GiveFeedback {

    private final FeedbackForms forms;
    private final GivenFeedback given;
    private final WhoCame whoCame;
    private final Clock clock;

    GiveFeedback(FeedbackForms forms, GivenFeedback given, WhoCame whoCame, Clock clock) {
        this.forms = forms;
        this.given = given;
        this.whoCame = whoCame;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * One can answer, or has.
         *
         * @param answers what was answered so far
         */
        record Open(FeedbackForm form, Instant closesAt, Map<String, List<String>> answers)
                implements Outcome {}

        /** Some answers are none. */
        record Faulty(Map<String, Question.Fault> faults) implements Outcome {}

        /** They cannot answer. */
        record Refused(FeedbackRefusal reason) implements Outcome {}
    }

    /** What a registration is asked; empty when nothing is asked after its event. */
    public Optional<Outcome> see(RegistrationStatus status) {
        return asked(status)
                .map(
                        form ->
                                refusal(status, form)
                                        .<Outcome>map(Outcome.Refused::new)
                                        .orElseGet(() -> open(status, form)));
    }

    /** Takes answers in place of those before; empty when nothing is asked after its event. */
    public Optional<Outcome> give(RegistrationStatus status, Map<String, List<String>> answers) {
        return asked(status)
                .map(
                        form ->
                                refusal(status, form)
                                        .<Outcome>map(Outcome.Refused::new)
                                        .orElseGet(() -> give(status, form, answers)));
    }

    private Outcome give(
            RegistrationStatus status, FeedbackForm form, Map<String, List<String>> sent) {
        Form questions = form.form();
        Map<String, List<String>> answers = new HashMap<>();
        sent.forEach(
                (question, said) ->
                        answers.put(
                                question, said.stream().filter(each -> !each.isBlank()).toList()));
        Map<String, Question.Fault> faults = questions.check(answers);
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        given.keep(
                status.registration().id(),
                form.anonymous(),
                new Feedback(questions.version(), questions.general(answers), Set.of()));
        return open(status, form);
    }

    private Outcome open(RegistrationStatus status, FeedbackForm form) {
        return new Outcome.Open(
                form,
                FeedbackForm.closesAt(status.event()),
                given.of(status.registration().id(), form.anonymous())
                        .map(Feedback::answers)
                        .orElse(Map.of()));
    }

    private Optional<FeedbackForm> asked(RegistrationStatus status) {
        return forms.of(status.event().id()).filter(FeedbackForm::asks);
    }

    private Optional<FeedbackRefusal> refusal(RegistrationStatus status, FeedbackForm form) {
        Event event = status.event();
        RegistrationId id = status.registration().id();
        Instant now = clock.instant();
        if (!isHeld(event) || now.isBefore(form.opensAt(event))) {
            return Optional.of(FeedbackRefusal.FEEDBACK_NOT_OPEN);
        }
        if (!now.isBefore(FeedbackForm.closesAt(event))) {
            return Optional.of(FeedbackRefusal.FEEDBACK_CLOSED);
        }
        return whoCame.among(event.id(), List.of(id.number())).has(status.registration())
                ? Optional.empty()
                : Optional.of(FeedbackRefusal.DID_NOT_COME);
    }

    private static boolean isHeld(Event event) {
        return event instanceof Event.Published
                && event.standing().phase() != Standing.Phase.POSTPONED;
    }
}
