package fi.kumppani.contracts.grants;

import fi.kumppani.contracts.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * The public state of a grant application (avustushakemus).
 *
 * @param id UUIDv7
 * @param diaryNumber the number a person can say aloud, {@code 743/2026/00042}
 * @param callId the call it answers
 * @param associationId who applies
 * @param year the budget year of the call
 * @param requested the amount applied for
 * @param status {@code submitted}, {@code supplementing}, {@code withdrawn}, {@code granted},
 *     {@code partly-granted}, {@code refused} or {@code not-examined}
 * @param granted the amount granted; zero unless something is, absent before the decision
 * @param reasonCodes why, as codes with a public text each
 * @param decidedOn the day of the decision in Europe/Helsinki
 * @param imported whether it came with an import of history, of which nobody is mailed
 * @param partnerIds which associations apply together with it
 */
public record Application(
        String id,
        String diaryNumber,
        String callId,
        String associationId,
        int year,
        Money requested,
        String status,
        @Nullable Money granted,
        List<String> reasonCodes,
        @Nullable LocalDate decidedOn,
        boolean imported,
        List<String> partnerIds) {

    /** Copies the lists; what was told before there were partners named none. */
    public Application {
        reasonCodes = List.copyOf(reasonCodes);
        partnerIds = partnerIds == null ? List.of() : List.copyOf(partnerIds);
    }

    /** An application of one association alone. */
    public Application(
            String id,
            String diaryNumber,
            String callId,
            String associationId,
            int year,
            Money requested,
            String status,
            @Nullable Money granted,
            List<String> reasonCodes,
            @Nullable LocalDate decidedOn,
            boolean imported) {
        this(
                id,
                diaryNumber,
                callId,
                associationId,
                year,
                requested,
                status,
                granted,
                reasonCodes,
                decidedOn,
                imported,
                List.of());
    }
}
