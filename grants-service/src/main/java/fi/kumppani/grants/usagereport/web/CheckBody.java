package fi.kumppani.grants.usagereport.web;

import fi.kumppani.grants.usagereport.Check;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.Instant;

/**
 * What was found in a report.
 *
 * @param finding {@code approved}, {@code partly-approved} or {@code rejected}
 * @param accepted which costs are approved: all, some or none, as the finding says
 * @param recover what of the grant has to be paid back, at most what was paid
 * @param reason why, for the grantee
 */
record CheckBody(
        @NotNull String finding,
        @NotNull Euros accepted,
        @NotNull Euros recover,
        @NotBlank @Size(max = Check.MOST_CHARACTERS) String reason) {

    static CheckBody of(Check check) {
        return new CheckBody(
                WireCodes.of(check.finding()), check.accepted(), check.recover(), check.reason());
    }

    Check read(String by, Instant now) {
        return new Check(
                WireCodes.read(Check.Finding.class, finding)
                        .orElseThrow(
                                () ->
                                        Problems.invalid(
                                                "finding",
                                                "unknown",
                                                "One of " + WireCodes.all(Check.Finding.class))),
                accepted,
                recover,
                reason,
                by,
                now);
    }

    /** Says nothing of the reason, so that no log does. */
    @Override
    public String toString() {
        return "CheckBody[" + finding + "]";
    }
}
