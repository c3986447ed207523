package fi.kumppani.kit.inbound;

/** Something that is made of messages alone, and so can be made again. */
public sealed interface Rebuildable permits ReadModel, Tally {

    /** What it is called in the store and by the operator. */
    String name();
}
