package fi.kumppani.portal.grantee;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What of a grant is claimed back and what came back, as grants-service tells it.
 *
 * @param returned euros of the grant itself that came back
 */
public record ClaimsFacts(List<Claim> claims, List<Payment> returns, BigDecimal returned) {

    private static final String PATH = ApplicationFacts.PATH + "/recovery";

    /** Copies the lists. */
    public ClaimsFacts {
        claims = List.copyOf(claims);
        returns = List.copyOf(returns);
    }

    /**
     * A claim.
     *
     * @param status {@code proposed}, {@code decided} or {@code dropped}
     * @param hearingUntil the last day to say something; absent when nobody is heard
     * @param answer what was said
     * @param owed euros of the grant that are owed today; absent until it is decided
     * @param interest euros owed for being late; absent when that is not known
     */
    public record Claim(
            int number,
            String ground,
            String status,
            BigDecimal amount,
            String reason,
            @Nullable LocalDate hearingUntil,
            @Nullable String answer,
            @Nullable Maker maker,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate dueOn,
            @Nullable BigDecimal owed,
            @Nullable BigDecimal interest) {

        /** Whether the grantee may still say something, on this day. */
        public boolean hears(LocalDate today) {
            return status.equals("proposed")
                    && hearingUntil != null
                    && !today.isAfter(hearingUntil);
        }
    }

    /** Who decided, by office. */
    public record Maker(@Nullable String title, @Nullable String section) {}

    /**
     * Money that came back.
     *
     * @param claim on which claim; absent when it came by the grantee's own will
     * @param status {@code booking}, {@code booked} or {@code refused}
     */
    public record Payment(
            @Nullable Integer claim,
            LocalDate receivedOn,
            BigDecimal principal,
            BigDecimal interest,
            String status) {}

    /** Asks for it. */
    public static Question<ClaimsFacts> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                ClaimsFacts.class,
                PATH,
                ApplicationFacts.at(municipality, application));
    }

    /** Says something to a claim, by whoever has seen this version. */
    static Question<ClaimsFacts> hear(
            String municipality, String application, int number, String answer, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        ClaimsFacts.class,
                        PATH + "/claims/{number}/hearing",
                        Map.of(
                                "municipality",
                                municipality,
                                "id",
                                application,
                                "number",
                                Integer.toString(number)),
                        Map.of("answer", answer))
                .with("If-Match", seen);
    }
}
