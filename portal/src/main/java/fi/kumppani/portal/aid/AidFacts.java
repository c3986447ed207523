package fi.kumppani.portal.aid;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an applicant has of de minimis aid, as grants-service tells it.
 *
 * @param limit the most in three years, in euros
 * @param used what of it is used
 * @param left what could still be granted
 * @param grants what it is used by in the municipalities of this service
 * @param declaredSum what it is used by elsewhere, as declared
 * @param declaredAt when that was declared; null when it never was
 * @param declared the items, if they were declared at this application
 */
public record AidFacts(
        BigDecimal limit,
        BigDecimal used,
        BigDecimal left,
        List<Grant> grants,
        BigDecimal declaredSum,
        @Nullable Instant declaredAt,
        @Nullable List<Item> declared) {

    private static final String PATH = ApplicationFacts.PATH + "/de-minimis";

    /** Copies the lists. */
    public AidFacts {
        grants = List.copyOf(grants);
        declared = declared == null ? null : List.copyOf(declared);
    }

    /** What a municipality granted. */
    public record Grant(String municipality, BigDecimal amount, LocalDate grantedOn) {}

    /** Aid from somebody else. */
    public record Item(String granter, LocalDate grantedOn, BigDecimal amount) {}

    /** Asks for it. */
    public static Question<AidFacts> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                AidFacts.class,
                PATH,
                ApplicationFacts.at(municipality, application));
    }

    /**
     * Declares all that the applicant has from others, in place of what was declared before.
     *
     * @param items empty for none
     */
    static Question<AidFacts> declare(
            String municipality, String application, List<Map<String, Object>> items, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        AidFacts.class,
                        PATH + "/declaration",
                        ApplicationFacts.at(municipality, application),
                        Map.of("items", items))
                .with("If-Match", seen);
    }
}
