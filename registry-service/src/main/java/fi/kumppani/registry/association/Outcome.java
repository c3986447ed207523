package fi.kumppani.registry.association;

import fi.kumppani.kit.store.Stored;

/** What became of a change to an association. */
public sealed interface Outcome {

    /** It is kept so. */
    record Kept(Stored<Association> association) implements Outcome {}

    /** It was refused, and everything is as before. */
    record Refused(Refusal refusal) implements Outcome {}

    /** The current municipality has no such association. */
    record Unknown() implements Outcome {}
}
