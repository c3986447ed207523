package fi.kumppani.contracts.registry;

/** A person may now act for an association in one module. */
public record MandateGranted(Mandate mandate) {
    public static final String TYPE = "registry.mandate.granted.v1";
}
