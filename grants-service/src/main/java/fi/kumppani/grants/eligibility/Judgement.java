package fi.kumppani.grants.eligibility;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * What one rule answers.
 *
 * @param ground what is asked
 * @param id which declaration is asked for; null for other rules
 * @param text the question in words
 * @param answer the answer
 */
public record Judgement(Ground ground, @Nullable String id, LocalizedText text, Answer answer) {

    static Judgement of(Ground ground, Answer answer) {
        return new Judgement(ground, null, ground.text(), answer);
    }

    /** Why an application is not taken: the first rule that does not say yes. */
    public static Optional<Reason> firstObstacle(List<Judgement> judgements) {
        return judgements.stream()
                .flatMap(
                        each ->
                                switch (each.answer()) {
                                    case Answer.Yes _ -> Optional.<Reason>empty().stream();
                                    case Answer.No(var because, _) -> Optional.of(because).stream();
                                    case Answer.Open(_, var because) ->
                                            Optional.of(because).stream();
                                })
                .findFirst();
    }
}
