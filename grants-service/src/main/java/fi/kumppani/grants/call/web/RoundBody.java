package fi.kumppani.grants.call.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.call.ApplicationWindow;
import fi.kumppani.grants.call.Round;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A round of a call.
 *
 * @param onlyIfMoneyIsLeft whether nothing is taken when everything was granted before it opened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoundBody(
        @Nullable LocalizedText name,
        @NotNull Instant opensAt,
        @NotNull Instant closesAt,
        @Nullable Boolean onlyIfMoneyIsLeft) {

    private static final int LONGEST_NAME = 200;

    static List<Round> read(@Nullable List<RoundBody> rounds, FieldErrors errors) {
        List<Round> read = new ArrayList<>();
        for (RoundBody each : Objects.requireNonNullElse(rounds, List.<RoundBody>of())) {
            String field = "rounds[" + read.size() + "]";
            Instant opens = each.opensAt.truncatedTo(ChronoUnit.MILLIS);
            Instant closes = each.closesAt.truncatedTo(ChronoUnit.MILLIS);
            errors.longest(field + ".name", each.name, LONGEST_NAME);
            if (!opens.isBefore(closes)) {
                errors.add(field + ".closesAt", "before-opening", "After the round has opened");
                return read;
            }
            read.add(
                    new Round(
                            each.name,
                            new ApplicationWindow(opens, closes),
                            Boolean.TRUE.equals(each.onlyIfMoneyIsLeft)));
        }
        return read;
    }

    static RoundBody of(Round round) {
        return new RoundBody(
                round.name(),
                round.window().opensAt(),
                round.window().closesAt(),
                round.onlyIfMoneyIsLeft());
    }
}
