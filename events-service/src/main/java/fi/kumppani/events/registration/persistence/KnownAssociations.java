package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.network.Networks;
import fi.kumppani.events.registration.Associations;
import fi.kumppani.events.registration.KnownAssociation;
import fi.kumppani.kit.inbound.ReadModel;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** What the registry told of associations; public facts, so those of neighbours are found too. */
@Component
class KnownAssociations implements Associations {

    private final ReadModel<AssociationDocument> model;
    private final Networks networks;

    KnownAssociations(ReadModel<AssociationDocument> model, Networks networks) {
        this.model = model;
        this.networks = networks;
    }

    @Override
    public void keep(KnownAssociation association, long sequence) {
        model.put(
                association.id(),
                sequence,
                new AssociationDocument(association.purposeClass(), association.active()));
    }

    @Override
    public boolean isMember(String association, String network) {
        return networks.hasMember(network, association);
    }

    @Override
    public Optional<KnownAssociation> find(String id) {
        return model.findInAnyMunicipality(id)
                .map(
                        entry ->
                                new KnownAssociation(
                                        id, entry.body().purposeClass(), entry.body().active()));
    }
}
