package fi.kumppani.contracts.registry;

/** A coordinator confirmed that the association is what it says it is. */
public record AssociationVerified(Association association) {
    public static final String TYPE = "registry.association.verified.v1";
}
