package fi.kumppani.grants.usagereport;

import fi.kumppani.kit.money.Euros;

import java.time.Instant;

/**
 * What the first of two found in a report.
 *
 * @param finding whether it is approved
 * @param accepted which costs are approved
 * @param recover what of the grant has to be paid back
 * @param reason why, for the grantee; kept encrypted
 * @param by who checked it, as the identity provider's opaque {@code sub}
 */
public record Check(
        Finding finding, Euros accepted, Euros recover, String reason, String by, Instant at) {

    /** The most characters of a reason. */
    public static final int MOST_CHARACTERS = 4_000;

    /** Whether a report is approved. */
    public enum Finding {
        /** As it is. */
        APPROVED,
        /** Not all of it. */
        PARTLY_APPROVED,
        /** Nothing of it. */
        REJECTED
    }

    Check withoutReason() {
        return new Check(finding, accepted, recover, "", by, at);
    }

    /** Says nothing of the reason, so that no log does. */
    @Override
    public String toString() {
        return "Check[" + finding + "]";
    }
}
