package fi.kumppani.grants.board.web;

import fi.kumppani.grants.board.Minutes;
import fi.kumppani.grants.board.RecordMinutes;
import fi.kumppani.grants.board.Resolution;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;
import fi.kumppani.grants.interest.Ground;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a board resolved.
 *
 * @param section its number in the minutes
 * @param exceptions rows that were resolved otherwise than as proposed; all others as proposed
 * @param withdrawals members who left the meeting because they were disqualified
 */
record MinutesRequest(
        @NotBlank @Size(max = 40) String section,
        @Nullable @Size(max = RecordMinutes.MOST_EXCEPTIONS)
                List<@NotNull @Valid ExceptionBody> exceptions,
        @Nullable @Size(max = Minutes.MOST_WITHDRAWALS)
                List<@NotNull @Valid WithdrawalBody> withdrawals) {

    /**
     * A row that was resolved otherwise than as proposed.
     *
     * @param resolution {@code otherwise}, {@code tabled} or {@code returned}
     * @param verdict what was resolved instead; only with {@code otherwise}
     */
    record ExceptionBody(
            @NotBlank @Size(max = 64) String applicationId,
            @NotBlank String resolution,
            @Nullable @Valid VerdictBody verdict) {

        private Optional<Resolution> toDomain(FieldErrors errors, String at) {
            if (verdict != null && !resolution.equals("otherwise")) {
                errors.add(at + "verdict", "not-expected", "Nothing was decided");
                return Optional.empty();
            }
            return switch (resolution) {
                case "tabled" -> Optional.of(new Resolution.Tabled());
                case "returned" -> Optional.of(new Resolution.Returned());
                case "otherwise" -> {
                    if (verdict == null) {
                        errors.add(at + "verdict", "missing", "What was decided instead");
                        yield Optional.empty();
                    }
                    yield Optional.of(new Resolution.Otherwise(verdict.verdict(at + "verdict.")));
                }
                default -> {
                    errors.add(at + "resolution", "unknown", "One of otherwise, tabled, returned");
                    yield Optional.empty();
                }
            };
        }
    }

    /**
     * That members left the meeting for a row; never who.
     *
     * @param ground the code of why
     * @param members how many
     */
    record WithdrawalBody(
            @NotBlank @Size(max = 64) String applicationId,
            @NotBlank String ground,
            @Min(1) @Max(100) int members) {

        static WithdrawalBody of(Minutes.Withdrawal withdrawal) {
            return new WithdrawalBody(
                    withdrawal.application().value(),
                    WireCodes.of(withdrawal.ground()),
                    withdrawal.members());
        }
    }

    /**
     * The resolutions, each application once.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    Map<ApplicationId, Resolution> resolutions() {
        List<ExceptionBody> told = exceptions == null ? List.of() : exceptions;
        FieldErrors errors = new FieldErrors();
        Map<ApplicationId, Resolution> found = new LinkedHashMap<>();
        for (int i = 0; i < told.size(); i++) {
            String at = "exceptions[" + i + "].";
            var application = new ApplicationId(told.get(i).applicationId());
            Optional<Resolution> resolution = told.get(i).toDomain(errors, at);
            if (resolution.isPresent()
                    && found.putIfAbsent(application, resolution.get()) != null) {
                errors.add(at + "applicationId", "duplicate", "Each application once");
            }
        }
        errors.throwIfAny();
        return found;
    }

    /**
     * The withdrawals.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    List<Minutes.Withdrawal> left() {
        List<WithdrawalBody> told = withdrawals == null ? List.of() : withdrawals;
        FieldErrors errors = new FieldErrors();
        List<Minutes.Withdrawal> found = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            WithdrawalBody each = told.get(i);
            var ground = WireCodes.read(Ground.class, each.ground());
            if (ground.isEmpty()) {
                errors.add(
                        "withdrawals[" + i + "].ground",
                        "unknown",
                        "One of " + WireCodes.all(Ground.class));
            } else {
                found.add(
                        new Minutes.Withdrawal(
                                new ApplicationId(each.applicationId()),
                                ground.get(),
                                each.members()));
            }
        }
        errors.throwIfAny();
        return found;
    }
}
