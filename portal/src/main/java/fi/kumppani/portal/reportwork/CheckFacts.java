package fi.kumppani.portal.reportwork;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.usage.ReportFacts;
import fi.kumppani.portal.usage.ReportFacts.Conclusion;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * How a report is checked, as grants-service tells those who check it.
 *
 * @param depth {@code light}, {@code receipts} or {@code not-drawn}
 * @param used euros that are reported
 * @param shown euros of it that receipts with a file show
 * @param check what the first of two found; absent until then
 */
record CheckFacts(
        String status,
        String depth,
        BigDecimal used,
        BigDecimal shown,
        @Nullable Conclusion check) {

    private static final String PATH = ReportFacts.PATH;
    private static final Set<String> DEPTHS = Set.of("light", "receipts", "not-drawn");

    /** One of those that pages have words for. */
    String knownDepth() {
        return DEPTHS.contains(depth) ? depth : "light";
    }

    static Question<CheckFacts> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                CheckFacts.class,
                PATH + "/check",
                ApplicationFacts.at(municipality, application));
    }

    /**
     * Asks for a move of the report, by whoever has seen this version.
     *
     * @param move {@code supplement-request}, {@code check}, {@code check-return} or {@code
     *     approval}
     */
    static Question<ReportFacts> move(
            String municipality,
            String application,
            String move,
            Map<String, Object> body,
            String seen) {
        return Question.put(
                        Backend.GRANTS,
                        ReportFacts.class,
                        PATH + "/" + move,
                        ApplicationFacts.at(municipality, application),
                        body)
                .with("If-Match", seen);
    }
}
