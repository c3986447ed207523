package fi.kumppani.grants.retention;

import java.util.List;
import java.util.Optional;

/**
 * The retention times of one municipality (tiedonohjaussuunnitelma): the usual ones, and in their
 * place what it chose.
 *
 * @param usual one rule for each kind
 * @param choices all that were recorded, in that order; the last one of a kind counts
 */
public record RetentionSchedule(List<RetentionRule> usual, List<RetentionChoice> choices) {

    /** Copies the lists. */
    public RetentionSchedule {
        usual = List.copyOf(usual);
        choices = List.copyOf(choices);
    }

    /** The rules in force, one for each kind. */
    public List<RetentionRule> rules() {
        return usual.stream()
                .map(
                        rule ->
                                choice(rule.kind())
                                        .map(
                                                each ->
                                                        rule.keeping(
                                                                each.kept(),
                                                                RetentionRule.Standing
                                                                        .MUNICIPALITY))
                                        .orElse(rule))
                .toList();
    }

    /** The rule in force for a kind. */
    public RetentionRule rule(DocumentKind kind) {
        return rules().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no rule for " + kind));
    }

    /** What the municipality chose last for a kind, as far as the law lets it. */
    public Optional<RetentionChoice> choice(DocumentKind kind) {
        return usual.stream()
                .filter(rule -> rule.kind() == kind)
                .flatMap(
                        rule ->
                                choices.reversed().stream()
                                        .filter(each -> each.kind() == kind)
                                        .filter(
                                                each ->
                                                        RetentionRule.objection(
                                                                        each.kept(), rule.atLeast())
                                                                .isEmpty()))
                .findFirst();
    }
}
