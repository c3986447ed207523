package fi.kumppani.registry.association;

/** Why an association, or the registry, does not allow a move. */
public enum Refusal {
    ALREADY_VERIFIED,
    DISSOLVED,
    NO_SUCH_ORIGINAL,
    BUSINESS_ID_TAKEN,
    REGISTER_NUMBER_TAKEN
}
