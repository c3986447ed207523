package fi.kumppani.grants.interest.web;

import fi.kumppani.grants.interest.TieKind;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A tie as its holder declares it; of close persons nothing is told but that there is one.
 *
 * @param kind {@code board-seat}, {@code employment}, {@code representation}, {@code close-person},
 *     {@code special-benefit}, {@code other-ground} or {@code membership}
 * @param from its first day
 * @param until its last day, if one is known
 */
record TieRequest(
        @NotBlank @Size(max = 64) String associationId,
        @NotBlank String kind,
        @NotNull LocalDate from,
        @Nullable LocalDate until) {

    TieKind tieKind() {
        return WireCodes.read(TieKind.class, kind)
                .orElseThrow(
                        () ->
                                Problems.invalid(
                                        "kind",
                                        "unknown",
                                        "One of " + WireCodes.all(TieKind.class)));
    }
}
