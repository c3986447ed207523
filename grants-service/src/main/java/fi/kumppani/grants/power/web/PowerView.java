package fi.kumppani.grants.power.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A power to decide.
 *
 * @param use {@code decide} or {@code take-up}
 * @param validUntil its last day, as it was stated last
 * @param recordedBy who recorded it, as the identity provider knows them
 * @param endings what was stated of its end since it was recorded
 * @param version of what was stated of it; the ETag to end it with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PowerView(
        String id,
        String use,
        String maker,
        String title,
        List<String> kinds,
        @Nullable Euros limit,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String rule,
        List<String> holders,
        String recordedBy,
        Instant recordedAt,
        List<EndingView> endings,
        long version) {

    static PowerView of(DecisionPower power) {
        DecisionPower.Terms terms = power.terms();
        return new PowerView(
                power.id(),
                WireCodes.of(terms.use()),
                WireCodes.of(terms.kind()),
                terms.title(),
                terms.kinds().stream().sorted().map(WireCodes::of).toList(),
                terms.limit(),
                terms.from(),
                power.until().orElse(null),
                terms.rule(),
                terms.holders().stream().sorted().toList(),
                power.recorded().by(),
                power.recorded().at(),
                power.endings().stream()
                        .map(
                                each ->
                                        new EndingView(
                                                each.until(),
                                                each.source().by(),
                                                each.source().at()))
                        .toList(),
                power.version());
    }

    /** A statement that it ends. */
    record EndingView(LocalDate until, String statedBy, Instant statedAt) {}
}
