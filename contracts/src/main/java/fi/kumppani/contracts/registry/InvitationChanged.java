package fi.kumppani.contracts.registry;

/** Somebody was invited to act for an association, or an invitation is open no more. */
public record InvitationChanged(Invitation invitation) {
    public static final String TYPE = "registry.invitation.changed.v1";
}
