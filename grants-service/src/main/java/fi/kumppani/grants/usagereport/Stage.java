package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.grantapplication.Supplement;

import java.time.Instant;

/** How far a report is. */
public sealed interface Stage {

    /** It is being written, or not even that. */
    record Draft() implements Stage {}

    /**
     * It is handed in.
     *
     * @param by who handed it in, as the identity provider's opaque {@code sub}
     */
    record HandedIn(String by, Instant at) implements Stage {}

    /** It waits for what is missing. */
    record Supplementing(Supplement supplement) implements Stage {}

    /** The first of two has checked it. */
    record Checked(HandedIn handedIn, Check check) implements Stage {}

    /**
     * The second has approved what the first found, and the award does not know of it yet.
     *
     * @param by who approved it, as the identity provider's opaque {@code sub}
     */
    record Concluding(HandedIn handedIn, Check check, String by, Instant at) implements Stage {}

    /** It is done. */
    record Concluded(HandedIn handedIn, Check check, String by, Instant at) implements Stage {}

    /** The same without anybody's words. */
    default Stage withoutWords() {
        return switch (this) {
            case Checked(var handedIn, var check) -> new Checked(handedIn, check.withoutReason());
            case Concluding(var handedIn, var check, var by, var at) ->
                    new Concluding(handedIn, check.withoutReason(), by, at);
            case Concluded(var handedIn, var check, var by, var at) ->
                    new Concluded(handedIn, check.withoutReason(), by, at);
            case Draft _, HandedIn _, Supplementing _ -> this;
        };
    }

    /** What it is called wherever it is kept, told or shown. */
    default String word() {
        return switch (this) {
            case Draft _ -> "draft";
            case HandedIn _ -> "handed-in";
            case Supplementing _ -> "supplementing";
            case Checked _ -> "checked";
            case Concluding _ -> "concluding";
            case Concluded _ -> "concluded";
        };
    }
}
