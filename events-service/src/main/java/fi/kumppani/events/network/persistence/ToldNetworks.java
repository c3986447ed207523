package fi.kumppani.events.network.persistence;

import fi.kumppani.events.network.KnownNetwork;
import fi.kumppani.events.network.Networks;
import fi.kumppani.kit.inbound.ReadModel;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** What the registry told of networks; who is a member is one question by id. */
@Component
class ToldNetworks implements Networks {

    private final ReadModel<NetworkDocument> networks;
    private final ReadModel<MembershipDocument> memberships;

    ToldNetworks(
            ReadModel<NetworkDocument> knownNetworks,
            ReadModel<MembershipDocument> knownMemberships) {
        this.networks = knownNetworks;
        this.memberships = knownMemberships;
    }

    @Override
    public Optional<KnownNetwork> find(String id) {
        return networks.find(id).map(document -> known(id, document));
    }

    @Override
    public Optional<KnownNetwork> findAnywhere(String id) {
        return networks.findInAnyMunicipality(id).map(entry -> known(id, entry.body()));
    }

    @Override
    public boolean hasMember(String network, String association) {
        return memberships
                .findInAnyMunicipality(id(network, association))
                .filter(entry -> entry.body().member())
                .isPresent();
    }

    @Override
    public void keep(KnownNetwork network, long sequence) {
        networks.put(network.id(), sequence, new NetworkDocument(network.name(), network.active()));
    }

    @Override
    public void keepMembership(String network, String association, boolean member, long sequence) {
        memberships.put(id(network, association), sequence, new MembershipDocument(member));
    }

    private static KnownNetwork known(String id, NetworkDocument document) {
        return new KnownNetwork(id, document.name(), document.active());
    }

    private static String id(String network, String association) {
        return network + ":" + association;
    }
}
