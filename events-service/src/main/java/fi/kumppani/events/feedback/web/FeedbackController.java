package fi.kumppani.events.feedback.web;

import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.Question;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.feedback.FeedbackForm;
import fi.kumppani.events.feedback.SeeFeedback;
import fi.kumppani.events.feedback.SetFeedback;
import fi.kumppani.events.feedback.SetFeedback.Outcome;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What those who came are asked, and what they answered, for coordinators. The ETag counts changes;
 * who asks first sends {@code "0"}.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/feedback")
class FeedbackController {

    private static final int LONGEST_LABEL = 300;
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    private final SetFeedback setFeedback;
    private final SeeFeedback seeFeedback;

    FeedbackController(SetFeedback setFeedback, SeeFeedback seeFeedback) {
        this.setFeedback = setFeedback;
        this.seeFeedback = seeFeedback;
    }

    /**
     * What is asked.
     *
     * @param questions none for asking nobody
     * @param anonymous whether answers are kept without who gave them; yes when left out
     * @param after how long after the end people are asked, at most 14 days; two hours when left
     *     out
     */
    record FeedbackRequest(
            @NotNull @Size(max = Form.MOST_QUESTIONS) @Valid
                    List<@NotNull @Valid QuestionBody> questions,
            @Nullable Boolean anonymous,
            @Nullable Duration after) {

        List<Question> read() {
            List<Question> asked = questions.stream().map(QuestionBody::read).toList();
            FieldErrors errors = new FieldErrors();
            Form.faults(asked)
                    .forEach((id, fault) -> errors.add("questions." + id, "unsound", fault));
            asked.forEach(
                    each -> errors.longest("questions." + each.id(), each.label(), LONGEST_LABEL));
            if (after != null && (after.isNegative() || after.compareTo(FORTNIGHT) > 0)) {
                errors.add("after", "out-of-range", Duration.ZERO + " to " + FORTNIGHT);
            }
            errors.throwIfAny();
            return asked;
        }
    }

    /** What is asked, as it is read. */
    record FeedbackView(
            List<QuestionBody> questions, int formVersion, boolean anonymous, Duration after) {

        private static FeedbackView of(FeedbackForm form) {
            return new FeedbackView(
                    form.form().questions().stream().map(QuestionBody::of).toList(),
                    form.form().version(),
                    form.anonymous(),
                    form.after());
        }
    }

    /**
     * What was answered.
     *
     * @param answered how many answered anything
     */
    record ResultsView(int answered, List<CountedView> questions) {}

    /**
     * What was answered to a question.
     *
     * @param answered how many answered it
     * @param options how often each was chosen
     * @param texts what was written, by the alphabet; none once people are forgotten
     */
    record CountedView(
            QuestionBody question, int answered, Map<String, Integer> options, List<String> texts) {

        private static CountedView of(SeeFeedback.Counted counted) {
            return new CountedView(
                    QuestionBody.of(counted.question()),
                    counted.answered(),
                    counted.options(),
                    counted.texts());
        }
    }

    /** What those who came are asked. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    ResponseEntity<FeedbackView> read(@PathVariable String event) {
        return view(setFeedback.of(new EventId(event)).orElseThrow(Problems::notFound));
    }

    /** Says what those who came are asked; not once they are being asked. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping
    ResponseEntity<FeedbackView> ask(
            @PathVariable String event, @Valid @RequestBody FeedbackRequest request, IfMatch seen) {
        Outcome outcome =
                setFeedback
                        .ask(
                                new EventId(event),
                                request.read(),
                                !Boolean.FALSE.equals(request.anonymous()),
                                Objects.requireNonNullElse(
                                        request.after(), FeedbackForm.TWO_HOURS_AFTER),
                                seen.version())
                        .orElseThrow(Problems::notFound);
        return switch (outcome) {
            case Outcome.Kept(FeedbackForm form) -> view(form);
            case Outcome.Stale _ -> throw Problems.stale();
            case Outcome.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    /** How many answered what, and what they wrote; never who. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/results")
    ResponseEntity<ResultsView> results(@PathVariable String event) {
        SeeFeedback.Results results =
                seeFeedback.of(new EventId(event)).orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new ResultsView(
                                results.answered(),
                                results.questions().stream().map(CountedView::of).toList()));
    }

    private static ResponseEntity<FeedbackView> view(FeedbackForm form) {
        return ResponseEntity.ok().eTag(ETags.of(form.version())).body(FeedbackView.of(form));
    }
}
