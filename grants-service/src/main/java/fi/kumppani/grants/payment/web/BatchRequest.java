package fi.kumppani.grants.payment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * What is to be paid, by whom and when.
 *
 * @param callId of which call
 * @param applicationIds of these alone; absent for all that is due
 * @param payer the municipality as its bank knows it
 * @param iban from which account
 * @param payOn the day the bank is asked to pay; today or later
 */
record BatchRequest(
        @NotBlank @Size(max = 64) String callId,
        @Nullable @Size(max = 500) List<@NotBlank @Size(max = 64) String> applicationIds,
        @NotBlank @Size(max = 70) String payer,
        @NotBlank @Size(max = 50) String iban,
        @NotNull LocalDate payOn) {}
