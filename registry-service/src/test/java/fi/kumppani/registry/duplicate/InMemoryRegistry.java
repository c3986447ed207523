package fi.kumppani.registry.duplicate;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.LegalForm;
import fi.kumppani.registry.association.MailContact;
import fi.kumppani.registry.association.Origin;
import fi.kumppani.registry.association.Outcome;
import fi.kumppani.registry.association.RegisterNumber;
import fi.kumppani.registry.association.Search;
import fi.kumppani.registry.association.Step;
import fi.kumppani.registry.association.Upkeep;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Associations of Seinäjoki in memory, to be compared. */
final class InMemoryRegistry implements Associations {

    private static final MunicipalityCode HERE = new MunicipalityCode("743");

    private final TreeMap<String, Stored<Association>> kept = new TreeMap<>();

    String unverified(String name) {
        return named(LocalizedText.finnish(name));
    }

    String named(LocalizedText name) {
        return keep(new Association.Unverified(origin(), facts(name, null, true), Upkeep.NONE));
    }

    String registered(String name, String registerNumber) {
        Facts facts = facts(LocalizedText.finnish(name), registerNumber, true);
        return keep(new Association.Unverified(origin(), facts, Upkeep.NONE));
    }

    String reachedAt(String name, String email) {
        var contact = new MailContact(new EmailAddress(email), Language.FI);
        return keep(
                new Association.Unverified(
                        origin(),
                        facts(LocalizedText.finnish(name), null, true),
                        Upkeep.of(Optional.of(contact))));
    }

    String verified(String name, boolean active) {
        Facts facts = facts(LocalizedText.finnish(name), null, active);
        return keep(new Association.Verified(origin(), facts, Upkeep.NONE));
    }

    void dissolved(String name) {
        Facts facts = facts(LocalizedText.finnish(name), null, true);
        var _ =
                keep(
                        new Association.Unverified(origin(), facts, Upkeep.NONE)
                                .dissolve(Optional.empty()));
    }

    private Origin origin() {
        return new Origin("a%05d".formatted(kept.size()), HERE, Instant.EPOCH, false);
    }

    private static Facts facts(
            LocalizedText name, @Nullable String registerNumber, boolean active) {
        return new Facts(
                name,
                Optional.empty(),
                Optional.ofNullable(registerNumber).map(RegisterNumber::new),
                LegalForm.REGISTERED_ASSOCIATION,
                Optional.empty(),
                List.of(),
                active);
    }

    private String keep(Association association) {
        String id = association.origin().id();
        kept.put(id, new Stored<>(id, HERE, 1, 1, association));
        return id;
    }

    @Override
    public Optional<Stored<Association>> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Map<String, Association> findAll(Collection<String> ids) {
        return kept.values().stream()
                .filter(stored -> ids.contains(stored.id()))
                .collect(Collectors.toMap(Stored::id, Stored::body));
    }

    @Override
    public List<Stored<Association>> list(String after, int limit) {
        return kept.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public List<Stored<Association>> matching(Search search, String after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Addition add(Association association, Creation creation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Addition> foresee(Association association, Creation creation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome change(String id, long version, Function<Association, Step> decide) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome change(String id, Function<Association, Step> decide) {
        throw new UnsupportedOperationException();
    }
}
