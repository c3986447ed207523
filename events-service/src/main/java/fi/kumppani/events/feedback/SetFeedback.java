package fi.kumppani.events.feedback;

import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.Question;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.SeatDesk;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Coordinators say what those who came are asked. First the questions are kept, then the event is
 * told when to ask them; whoever says it again finishes what broke off between.
 */
@Service
public class SetFeedback {

    private final Events events;
    private final Registrations registrations;
    private final FeedbackForms forms;
    private final Clock clock;

    SetFeedback(Events events, Registrations registrations, FeedbackForms forms, Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.forms = forms;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is asked. */
        record Kept(FeedbackForm form) implements Outcome {}

        /** Somebody else wrote first. */
        record Stale() implements Outcome {}

        /** It cannot be asked. */
        record Refused(FeedbackRefusal reason) implements Outcome {}
    }

    /** What is asked after an event; empty when nobody has said. */
    public Optional<FeedbackForm> of(EventId event) {
        return forms.of(event);
    }

    /**
     * Says what is asked.
     *
     * @param seen the version that was read; 0 for the first time
     * @return empty when there is no such event
     */
    public Optional<Outcome> ask(
            EventId id, List<Question> questions, boolean anonymous, Duration after, long seen) {
        return events.find(id).map(event -> ask(event, questions, anonymous, after, seen));
    }

    private Outcome ask(
            Event event, List<Question> questions, boolean anonymous, Duration after, long seen) {
        Optional<FeedbackForm> before = forms.of(event.id());
        long version = before.map(FeedbackForm::version).orElse(0L);
        if (version != seen) {
            return new Outcome.Stale();
        }
        FeedbackForm next =
                new FeedbackForm(
                        event.id(),
                        version + 1,
                        before.map(FeedbackForm::form).orElse(Form.NONE).asking(questions),
                        anonymous,
                        after);
        boolean same = before.filter(known -> isSame(known, next)).isPresent();
        Optional<FeedbackRefusal> refusal = refusal(event, before, clock.instant());
        if (!same && refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (!same && !forms.keep(next)) {
            return new Outcome.Stale();
        }
        FeedbackForm kept = same ? before.get() : next;
        var _ = registrations.decide(event.id(), desk -> plan(desk, kept));
        return new Outcome.Kept(kept);
    }

    private static boolean isSame(FeedbackForm before, FeedbackForm next) {
        return before.form().equals(next.form())
                && before.anonymous() == next.anonymous()
                && before.after().equals(next.after());
    }

    /** Once people are asked, it stays: they have answered these questions, and under this word. */
    private static Optional<FeedbackRefusal> refusal(
            Event event, Optional<FeedbackForm> before, Instant now) {
        if (!(event instanceof Event.Published) || event.imported()) {
            return Optional.of(FeedbackRefusal.NOT_PUBLISHED);
        }
        if (!now.isBefore(FeedbackForm.closesAt(event))) {
            return Optional.of(FeedbackRefusal.FEEDBACK_CLOSED);
        }
        return before.filter(known -> known.asks() && !now.isBefore(known.opensAt(event)))
                .map(_ -> FeedbackRefusal.FEEDBACK_BEGUN);
    }

    private static boolean plan(SeatDesk desk, FeedbackForm form) {
        Standing standing = desk.event().standing();
        Duration after = form.asks() ? form.after() : null;
        boolean other =
                desk.event() instanceof Event.Published
                        && !Objects.equals(standing.notices().asksAfter(), after);
        if (other) {
            desk.stand(standing.owing(standing.notices().asking(after)));
        }
        return other;
    }
}
