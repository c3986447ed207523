package fi.kumppani.contracts.grants;

import fi.kumppani.contracts.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The report of how a grant was used (käyttöselvitys); nothing that people wrote.
 *
 * @param applicationId what was granted to
 * @param status {@code draft}, {@code handed-in}, {@code supplementing}, {@code checked}, {@code
 *     concluding} or {@code concluded}
 * @param used what was used in all, as it is reported
 * @param completeBy the last day to complete it, while that is asked
 * @param finding {@code approved}, {@code partly-approved} or {@code rejected}; absent until two
 *     agree
 * @param accepted which costs are approved; absent likewise
 * @param recover what has to be paid back; absent likewise
 */
public record UsageReport(
        String applicationId,
        String status,
        Money used,
        @Nullable LocalDate completeBy,
        @Nullable String finding,
        @Nullable Money accepted,
        @Nullable Money recover) {}
