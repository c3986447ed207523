package fi.kumppani.contracts.registry;

/** A person may no longer act for an association in one module. */
public record MandateRevoked(Mandate mandate) {
    public static final String TYPE = "registry.mandate.revoked.v1";
}
