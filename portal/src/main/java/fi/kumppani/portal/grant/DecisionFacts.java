package fi.kumppani.portal.grant;

import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A decision on an application, as grants-service tells it to the holder of the link.
 *
 * @param diaryNumber the number one can say aloud, such as 743/2026/00042
 * @param callTitle what was applied from
 * @param associationName who applied; absent while grants-service does not know it
 * @param requested euros applied for
 * @param decision what was decided
 */
record DecisionFacts(
        String diaryNumber,
        LocalizedText callTitle,
        @Nullable LocalizedText associationName,
        BigDecimal requested,
        Decision decision) {

    /**
     * What was decided.
     *
     * @param outcome {@code granted}, {@code partly-granted} or {@code refused}
     * @param granted euros
     * @param reasons why, in words for everybody
     * @param decidedOn the day of the decision
     */
    record Decision(String outcome, BigDecimal granted, List<Reason> reasons, LocalDate decidedOn) {

        Decision {
            reasons = List.copyOf(reasons);
        }
    }

    /** One reason. */
    record Reason(LocalizedText text) {}
}
