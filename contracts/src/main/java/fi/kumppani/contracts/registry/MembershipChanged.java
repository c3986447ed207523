package fi.kumppani.contracts.registry;

/** An association joined or left a network, or the days of its membership were corrected. */
public record MembershipChanged(Membership membership) {
    public static final String TYPE = "registry.membership.changed.v1";
}
