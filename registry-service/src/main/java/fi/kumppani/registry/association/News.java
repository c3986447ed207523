package fi.kumppani.registry.association;

/** What happened to an association, as far as others want to know. */
public sealed interface News {

    /** The association as it is now. */
    Association association();

    /** It was entered into the registry. */
    record Registered(Association association) implements News {}

    /** A coordinator confirmed it. */
    record Verified(Association association) implements News {}

    /** A fact about it is another than before. */
    record Changed(Association association) implements News {}

    /** It is asked to say that its facts are right. */
    record ConfirmationAsked(Association association) implements News {}
}
