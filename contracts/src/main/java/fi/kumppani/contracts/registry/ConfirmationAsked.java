package fi.kumppani.contracts.registry;

/** The association is asked to say that what is known of it is right. */
public record ConfirmationAsked(Association association) {
    public static final String TYPE = "registry.association.confirmation-asked.v1";
}
