package fi.kumppani.grants.grantapplication.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.grantapplication.OtherGrant;
import fi.kumppani.kit.money.Euros;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Other support for the same purpose.
 *
 * @param issuer who gives it
 * @param granted whether it is granted; else it is applied for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OtherGrantBody(
        @NotBlank @Size(max = 200) String issuer,
        @NotNull @Min(1990) @Max(2100) Integer year,
        @NotNull Euros amount,
        @NotNull Boolean granted,
        @Nullable @Size(max = 1_000) String purpose) {

    static List<OtherGrant> read(@Nullable List<OtherGrantBody> bodies) {
        return bodies == null
                ? List.of()
                : bodies.stream()
                        .map(
                                each ->
                                        new OtherGrant(
                                                each.issuer(),
                                                each.year(),
                                                each.amount(),
                                                each.granted(),
                                                each.purpose()))
                        .toList();
    }

    static OtherGrantBody of(OtherGrant other) {
        return new OtherGrantBody(
                other.issuer(), other.year(), other.amount(), other.granted(), other.purpose());
    }
}
