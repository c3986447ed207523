package fi.kumppani.grants.grantapplication.verdict;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

/**
 * In which capacity it was decided, as it is kept.
 *
 * @param kind {@code official} or {@code board}
 */
public record KeptMaker(String kind, @Nullable String title, @Nullable String section) {

    /** As it is to be kept. */
    public static KeptMaker from(DecisionMaker maker) {
        return new KeptMaker(WireCodes.of(maker.kind()), maker.title(), maker.section());
    }

    /** As it was. */
    public DecisionMaker toDomain() {
        return new DecisionMaker(
                WireCodes.read(DecisionMaker.Kind.class, kind).orElseThrow(), title, section);
    }
}
