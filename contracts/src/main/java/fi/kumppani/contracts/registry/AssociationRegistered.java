package fi.kumppani.contracts.registry;

/** An association was entered into the registry. */
public record AssociationRegistered(Association association) {
    public static final String TYPE = "registry.association.registered.v1";
}
