package fi.kumppani.grants.applicant;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registry's associations and mandates as a test says. */
public final class FakeRegistry implements Applicants, Mandates {

    private final Map<AssociationId, Applicant> associations = new ConcurrentHashMap<>();
    private final Set<String> mandates = ConcurrentHashMap.newKeySet();

    /** An active association of this form. */
    public AssociationId association(String id, AssociationForm form) {
        AssociationId known = new AssociationId(id);
        associations.put(
                known,
                new Applicant(
                        known,
                        LocalizedText.finnish("Kyläyhdistys " + id),
                        form,
                        new MunicipalityCode("743"),
                        true));
        return known;
    }

    /** Lets the person act for the association. */
    public void mandate(String subject, AssociationId association) {
        mandates.add(subject + "@" + association);
    }

    @Override
    public Optional<Applicant> find(AssociationId id) {
        return Optional.ofNullable(associations.get(id));
    }

    @Override
    public Map<AssociationId, Applicant> findAll(Collection<AssociationId> ids) {
        return new HashSet<>(ids)
                .stream()
                        .flatMap(id -> find(id).stream())
                        .collect(Collectors.toMap(Applicant::id, Function.identity()));
    }

    @Override
    public boolean permit(String subject, AssociationId association) {
        return mandates.contains(subject + "@" + association);
    }

    @Override
    public List<AssociationId> of(String subject) {
        return associations.keySet().stream().filter(each -> permit(subject, each)).toList();
    }

    @Override
    public Set<Holder> permitted(Collection<Holder> asked) {
        return asked.stream()
                .filter(each -> permit(each.subject(), each.association()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
