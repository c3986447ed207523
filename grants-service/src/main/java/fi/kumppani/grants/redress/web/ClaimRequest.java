package fi.kumppani.grants.redress.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import fi.kumppani.grants.redress.RedressCase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;

/**
 * A claim for a revised decision.
 *
 * @param by {@code party} or {@code member}
 * @param arrivedOn the day it arrived
 * @param claimant who claims, and where the ruling is sent
 * @param text what is claimed and why
 */
record ClaimRequest(
        @NotNull By by,
        @NotNull LocalDate arrivedOn,
        @NotBlank @Size(max = RedressCase.Claim.MOST_CHARACTERS_OF_CLAIMANT) String claimant,
        @NotBlank @Size(max = RedressCase.Claim.MOST_CHARACTERS) String text) {

    enum By {
        @JsonProperty("party")
        PARTY(RedressCase.Kind.PARTY_CLAIM),
        @JsonProperty("member")
        MEMBER(RedressCase.Kind.MEMBER_CLAIM);

        private final RedressCase.Kind kind;

        By(RedressCase.Kind kind) {
            this.kind = kind;
        }

        RedressCase.Kind kind() {
            return kind;
        }
    }

    RedressCase.Claim claim() {
        return new RedressCase.Claim(claimant, text);
    }
}
