package fi.kumppani.grants.deminimis.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.deminimis.AidAccounts;
import fi.kumppani.grants.deminimis.UndertakingAid;
import fi.kumppani.grants.elsewhere.Deployment;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One document for each undertaking, under the association's id; no municipality's. */
@Component
class MongoAidAccounts implements AidAccounts {

    private final AggregateCollection<AidDocument> collection;

    MongoAidAccounts(AggregateCollections collections) {
        this.collection = collections.collection("deMinimis", AidDocument.class).open();
    }

    @Override
    public Stored<UndertakingAid> of(AssociationId undertaking) {
        return Tenancy.callIn(
                Deployment.NOBODYS,
                () -> open(collection.findOrBegin(undertaking.value(), begin(undertaking))));
    }

    @Override
    public Stored<UndertakingAid> change(
            AssociationId undertaking,
            OptionalLong expected,
            Function<UndertakingAid, Optional<UndertakingAid>> decide) {
        return Tenancy.callIn(
                Deployment.NOBODYS,
                () ->
                        collection.changeOrBegin(
                                undertaking.value(),
                                begin(undertaking),
                                expected,
                                stored -> {
                                    Stored<UndertakingAid> known = open(stored);
                                    return Change.next(
                                            known,
                                            decide.apply(known.body()),
                                            AidDocument::from,
                                            _ -> List.of());
                                }));
    }

    private static AidDocument begin(AssociationId undertaking) {
        return AidDocument.from(UndertakingAid.of(undertaking));
    }

    private static Stored<UndertakingAid> open(Stored<AidDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
