package fi.kumppani.grants.applicant.persistence;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.Mandate;
import fi.kumppani.grants.applicant.Mandates;
import fi.kumppani.grants.applicant.RegistryNews;
import fi.kumppani.kit.inbound.ReadModel;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Associations under their own id; mandates under person and association, so that the question that
 * every request asks is a look-up by id; and once more under association and person turned round,
 * so that a person's own stand side by side. Of several mandates of one person for one association
 * only the newest counts: the registry grants a new one only after the one before was revoked.
 */
@Component
class KeptRegistryNews implements Applicants, Mandates, RegistryNews {

    /** In no id of an association, whatever identity providers put into those of people. */
    private static final String SEPARATOR = "/";

    /** More than anybody acts for. */
    private static final int MOST_ASSOCIATIONS = 500;

    private static final int SEQUENCE_BITS = 14;
    private static final long MOST_SEQUENCE = (1L << SEQUENCE_BITS) - 1;

    private final ReadModel<ApplicantDocument> associations;
    private final ReadModel<MandateDocument> mandates;
    private final ReadModel<MandateDocument> mandatesOfPeople;

    KeptRegistryNews(
            ReadModel<ApplicantDocument> associations,
            @Qualifier(RegistryReadModels.MANDATES) ReadModel<MandateDocument> mandates,
            @Qualifier(RegistryReadModels.MANDATES_OF_PEOPLE)
                    ReadModel<MandateDocument> mandatesOfPeople) {
        this.associations = associations;
        this.mandates = mandates;
        this.mandatesOfPeople = mandatesOfPeople;
    }

    @Override
    public Optional<Applicant> find(AssociationId id) {
        return associations
                .findInAnyMunicipality(id.value())
                .map(entry -> entry.body().toDomain(entry.id()));
    }

    @Override
    public Map<AssociationId, Applicant> findAll(Collection<AssociationId> ids) {
        Map<AssociationId, Applicant> found = new HashMap<>();
        associations
                .findAllInAnyMunicipality(ids.stream().map(AssociationId::value).toList())
                .forEach(
                        (id, entry) -> found.put(new AssociationId(id), entry.body().toDomain(id)));
        return found;
    }

    @Override
    public boolean permit(String subject, AssociationId association) {
        return mandates.findInAnyMunicipality(holder(subject, association))
                .map(entry -> entry.body().valid())
                .orElse(false);
    }

    @Override
    public List<AssociationId> of(String subject) {
        String beginning = subject + SEPARATOR;
        return mandatesOfPeople
                .findBeginningInAnyMunicipality(beginning, MOST_ASSOCIATIONS)
                .stream()
                .filter(entry -> entry.body().valid())
                .map(entry -> entry.id().substring(beginning.length()))
                .filter(association -> !association.contains(SEPARATOR))
                .map(AssociationId::new)
                .toList();
    }

    @Override
    public Set<Holder> permitted(Collection<Holder> asked) {
        Map<String, ReadModel.Entry<MandateDocument>> found =
                mandates.findAllInAnyMunicipality(
                        asked.stream()
                                .map(each -> holder(each.subject(), each.association()))
                                .toList());
        return asked.stream()
                .filter(
                        each -> {
                            var entry = found.get(holder(each.subject(), each.association()));
                            return entry != null && entry.body().valid();
                        })
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void keep(Applicant applicant, long sequence) {
        associations.put(applicant.id().value(), sequence, ApplicantDocument.from(applicant));
    }

    @Override
    public void keep(Mandate mandate, long sequence) {
        long order = order(mandate.id(), sequence);
        var document = new MandateDocument(mandate.id(), mandate.valid());
        mandates.put(holder(mandate.subject(), mandate.association()), order, document);
        mandatesOfPeople.put(
                mandate.subject() + SEPARATOR + mandate.association(), order, document);
    }

    private static String holder(String subject, AssociationId association) {
        return association + SEPARATOR + subject;
    }

    /**
     * Orders what is told of all mandates of one holder: by the time the mandate was made, which a
     * UUIDv7 begins with (RFC 9562, 5.7), and then by what was told of it.
     */
    static long order(String mandateId, long sequence) {
        long madeAtMillis = UUID.fromString(mandateId).getMostSignificantBits() >>> 16;
        return madeAtMillis << SEQUENCE_BITS | Math.min(sequence, MOST_SEQUENCE);
    }
}
