package fi.kumppani.grants.eligibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.eligibility.Answer;
import fi.kumppani.grants.eligibility.AskEligibility;
import fi.kumppani.grants.eligibility.Judgement;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Whether an association could apply, and why not.
 *
 * @param eligible whether every rule says yes
 * @param possible whether no rule says no, so that it only has to tell more
 * @param track {@code light} for small sums that need no attachments; {@code full} for all other
 * @param rules what each rule answers
 */
record EligibilityView(boolean eligible, boolean possible, String track, List<RuleView> rules) {

    /**
     * One rule.
     *
     * @param rule its code
     * @param id which declaration is asked for
     * @param text what is asked
     * @param answer one of yes, no and open
     * @param reason the code of the reason, unless the answer is yes
     * @param because the reason in words
     * @param field what has to be told first, when the answer is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(
            String rule,
            @Nullable String id,
            LocalizedText text,
            String answer,
            @Nullable String reason,
            @Nullable LocalizedText because,
            @Nullable String field) {

        static RuleView of(Judgement judgement) {
            return switch (judgement.answer()) {
                case Answer.Yes _ -> of(judgement, "yes", null, null, null);
                case Answer.No(var because, var limit) ->
                        of(judgement, "no", because.code(), because.text(limit), null);
                case Answer.Open(var field, _) -> of(judgement, "open", null, null, field);
            };
        }

        private static RuleView of(
                Judgement judgement,
                String answer,
                @Nullable String reason,
                @Nullable LocalizedText because,
                @Nullable String field) {
            return new RuleView(
                    judgement.ground().code(),
                    judgement.id(),
                    judgement.text(),
                    answer,
                    reason,
                    because,
                    field);
        }
    }

    static EligibilityView of(AskEligibility.Answered answered, Plan plan) {
        List<Judgement> all = answered.judgements();
        boolean light =
                plan.requested() != null && answered.terms().scheme().isLight(plan.requested());
        return new EligibilityView(
                all.stream().allMatch(each -> each.answer() instanceof Answer.Yes),
                all.stream().noneMatch(each -> each.answer() instanceof Answer.No),
                light ? "light" : "full",
                all.stream().map(RuleView::of).toList());
    }
}
