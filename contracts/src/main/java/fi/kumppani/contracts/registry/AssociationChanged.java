package fi.kumppani.contracts.registry;

/** Something public about the association changed. */
public record AssociationChanged(Association association) {
    public static final String TYPE = "registry.association.changed.v1";
}
