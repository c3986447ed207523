package fi.kumppani.grants.eligibility;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

/** What a rule answers. */
public sealed interface Answer {

    /** It is kept. */
    record Yes() implements Answer {}

    /**
     * It is not kept.
     *
     * @param because why
     * @param limit the amount that would be allowed; null when no amount would help
     */
    record No(Reason because, @Nullable Euros limit) implements Answer {}

    /**
     * It cannot be told yet.
     *
     * @param field what has to be told first, as it is called in the API
     * @param because why an application without it is not taken
     */
    record Open(String field, Reason because) implements Answer {}
}
