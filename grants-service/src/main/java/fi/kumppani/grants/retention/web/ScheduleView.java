package fi.kumppani.grants.retention.web;

import fi.kumppani.grants.retention.RetentionChoice;
import fi.kumppani.grants.retention.RetentionRule;
import fi.kumppani.grants.retention.RetentionSchedule;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Period;
import java.util.List;

/** The retention times as everybody reads them. */
record ScheduleView(List<RuleView> items) {

    static ScheduleView of(RetentionSchedule schedule) {
        return new ScheduleView(
                schedule.rules().stream()
                        .map(
                                rule ->
                                        RuleView.of(
                                                rule,
                                                schedule.choice(rule.kind())
                                                        .map(RetentionChoice::decidedIn)
                                                        .orElse(null)))
                        .toList());
    }

    /**
     * The time of one kind.
     *
     * @param kept in years and months; null for ever
     * @param atLeast what the law demands; null for nothing
     * @param decidedIn where the municipality decided it; null when it did not
     */
    record RuleView(
            String kind,
            String from,
            @Nullable String kept,
            @Nullable String atLeast,
            String standing,
            LocalizedText basis,
            @Nullable String decidedIn) {

        static RuleView of(RetentionRule rule, @Nullable String decidedIn) {
            return new RuleView(
                    WireCodes.of(rule.kind()),
                    WireCodes.of(rule.from()),
                    text(rule.kept()),
                    text(rule.atLeast()),
                    WireCodes.of(rule.standing()),
                    rule.basis(),
                    decidedIn);
        }

        static @Nullable String text(@Nullable Period time) {
            return time == null ? null : time.toString();
        }
    }
}
