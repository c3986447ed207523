package fi.kumppani.grants.grantapplication.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.BegunApplications;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One document for each association, that names its applications. */
@Component
class MongoBegunApplications implements BegunApplications {

    private final AggregateCollection<BegunDocument> collection;

    MongoBegunApplications(AggregateCollections collections) {
        this.collection = collections.collection("begunApplications", BegunDocument.class).open();
    }

    /**
     * What an association has begun.
     *
     * @param applications the latest last
     */
    record BegunDocument(List<String> applications) {

        static final BegunDocument EMPTY = new BegunDocument(List.of());

        BegunDocument {
            applications = List.copyOf(applications);
        }

        BegunDocument with(String application) {
            return new BegunDocument(
                    Stream.concat(
                                    applications.stream()
                                            .skip(Math.max(0, applications.size() - MOST + 1)),
                                    Stream.of(application))
                            .toList());
        }
    }

    @Override
    public void note(AssociationId applicant, ApplicationId application) {
        var _ =
                collection.changeOrBegin(
                        id(applicant),
                        BegunDocument.EMPTY,
                        OptionalLong.empty(),
                        stored ->
                                stored.body().applications().contains(application.value())
                                        ? Change.none(false)
                                        : Change.to(
                                                stored.body().with(application.value()),
                                                List.of(),
                                                true));
    }

    @Override
    public List<ApplicationId> of(Collection<AssociationId> applicants) {
        return collection
                .findAll(applicants.stream().map(MongoBegunApplications::id).toList())
                .stream()
                .flatMap(found -> found.body().applications().stream())
                .map(ApplicationId::new)
                .toList();
    }

    private static String id(AssociationId applicant) {
        return Tenancy.current() + ":" + applicant;
    }
}
