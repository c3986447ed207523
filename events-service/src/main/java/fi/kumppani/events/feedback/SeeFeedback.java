package fi.kumppani.events.feedback;

import fi.kumppani.events.admission.Question;
import fi.kumppani.events.event.EventId;

import org.springframework.stereotype.Service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows coordinators what was answered, question by question, and never who answered what. */
@Service
public class SeeFeedback {

    private final FeedbackForms forms;
    private final GivenFeedback given;

    SeeFeedback(FeedbackForms forms, GivenFeedback given) {
        this.forms = forms;
        this.given = given;
    }

    /**
     * What was answered after an event.
     *
     * @param answered how many answered anything
     * @param questions in the order they are asked
     */
    public record Results(int answered, List<Counted> questions) {

        /** Copies the list. */
        public Results {
            questions = List.copyOf(questions);
        }
    }

    /**
     * What was answered to a question.
     *
     * @param answered how many answered it
     * @param options how often each was chosen, by its id
     * @param texts what was written, by the alphabet; empty once it is erased
     */
    public record Counted(
            Question question, int answered, Map<String, Integer> options, List<String> texts) {}

    /** What was answered after an event; empty when nobody has said what is asked. */
    public Optional<Results> of(EventId event) {
        return forms.of(event)
                .map(
                        form -> {
                            List<Feedback> all = given.of(event);
                            return new Results(
                                    all.size(),
                                    form.form().questions().stream()
                                            .map(question -> count(question, all))
                                            .toList());
                        });
    }

    private static Counted count(Question question, List<Feedback> all) {
        List<String> said =
                all.stream()
                        .flatMap(
                                each ->
                                        each
                                                .answers()
                                                .getOrDefault(question.id(), List.of())
                                                .stream())
                        .sorted()
                        .toList();
        Map<String, Integer> options = new LinkedHashMap<>();
        question.options()
                .forEach(
                        option ->
                                options.put(
                                        option.id(),
                                        Math.toIntExact(
                                                said.stream()
                                                        .filter(option.id()::equals)
                                                        .count())));
        long answered =
                all.stream()
                        .filter(
                                each ->
                                        each.answers().containsKey(question.id())
                                                || each.erased().contains(question.id()))
                        .count();
        return new Counted(
                question,
                Math.toIntExact(answered),
                options,
                question.kind() == Question.Kind.TEXT ? said : List.of());
    }
}
