package fi.kumppani.events.network;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.registry.Membership;
import fi.kumppani.contracts.registry.MembershipChanged;
import fi.kumppani.contracts.registry.Network;
import fi.kumppani.contracts.registry.NetworkChanged;
import fi.kumppani.kit.testing.TestMessage;

import java.time.LocalDate;

/** What the registry tells of networks, in Seinäjoki (743) unless the test says otherwise. */
public final class RegistryTells {

    private static final LocalDate JOINED = LocalDate.parse("2025-01-15");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private RegistryTells() {}

    /** The network meets. */
    public static TestMessage active(String id, String name) {
        return network(id, name, "active");
    }

    /** The network has ended. */
    public static TestMessage ended(String id, String name) {
        return network(id, name, "ended").sequence(2);
    }

    /** The association is a member. */
    public static TestMessage joined(String network, String association) {
        return membership(new Membership(network, association, "member", JOINED, null));
    }

    /** The association is no member any more. */
    public static TestMessage left(String network, String association) {
        return membership(new Membership(network, association, "ended", JOINED, TODAY)).sequence(2);
    }

    private static TestMessage network(String id, String name, String status) {
        return TestMessage.of(
                        new NetworkChanged(
                                new Network(
                                        id,
                                        new LocalizedTexts(name, null, null),
                                        null,
                                        null,
                                        status,
                                        status.equals("ended") ? TODAY : null)))
                .about(id)
                .in("743");
    }

    private static TestMessage membership(Membership membership) {
        return TestMessage.of(new MembershipChanged(membership))
                .about(membership.networkId() + ":" + membership.associationId())
                .in("743");
    }
}
