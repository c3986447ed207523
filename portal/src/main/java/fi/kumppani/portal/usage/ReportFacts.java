package fi.kumppani.portal.usage;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The report on how a grant was used, as grants-service tells it to its grantee.
 *
 * @param status {@code draft}, {@code handed-in}, {@code supplementing}, {@code checked} or {@code
 *     concluded}
 * @param dueOn the last day to hand it in, as long as it is to be and that is known
 * @param used euros in all
 * @param missing what is asked to be completed
 * @param conclusion what was found
 * @param comparison by kind of costs what was planned, granted and used
 */
public record ReportFacts(
        String status,
        @Nullable LocalDate dueOn,
        boolean overdue,
        ReportContent content,
        BigDecimal used,
        List<File> files,
        @Nullable Instant handedInAt,
        @Nullable LocalizedText missing,
        @Nullable Conclusion conclusion,
        @Nullable List<ComparedCosts> comparison) {

    /** Where it is. */
    public static final String PATH = ApplicationFacts.PATH + "/usage-report";

    private static final Set<String> TO_BE_WRITTEN = Set.of("draft", "supplementing");
    private static final String IF_MATCH = "If-Match";

    /** Copies the files. */
    public ReportFacts {
        files = List.copyOf(Objects.requireNonNullElse(files, List.of()));
    }

    /** Euros for a kind of costs, from the application to the report. */
    public record ComparedCosts(
            String category, BigDecimal planned, BigDecimal granted, BigDecimal used) {}

    /** A file that goes with it. */
    public record File(String id, String name, int bytes) {}

    /**
     * What two people found.
     *
     * @param finding {@code approved}, {@code partly-approved} or {@code rejected}
     * @param accepted euros of the costs that are approved
     * @param recover euros of the grant that have to be paid back
     */
    public record Conclusion(
            String finding, BigDecimal accepted, BigDecimal recover, String reason) {}

    /** Whether it can be written. */
    boolean isOpen() {
        return TO_BE_WRITTEN.contains(status);
    }

    /** Asks for it. */
    public static Question<ReportFacts> one(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                ReportFacts.class,
                PATH,
                ApplicationFacts.at(municipality, application));
    }

    /** Writes it anew, by whoever has seen this version. */
    static Question<ReportFacts> write(
            String municipality, String application, ReportContent content, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        ReportFacts.class,
                        PATH,
                        ApplicationFacts.at(municipality, application),
                        content.body())
                .with(IF_MATCH, seen);
    }

    /** Hands it in as this version says. */
    static Question<ReportFacts> handIn(String municipality, String application, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        ReportFacts.class,
                        PATH + "/submission",
                        ApplicationFacts.at(municipality, application),
                        Map.of())
                .with(IF_MATCH, seen);
    }
}
