package fi.kumppani.registry.mandate.persistence;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.registry.association.Representatives;
import fi.kumppani.registry.mandate.Mandate;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mandates;
import fi.kumppani.registry.mandate.Mark;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * One document for each mandate; a person holds at most one for an association and a module. Who
 * holds one for the registry represents the association there.
 */
@Component
class StoredMandates implements Mandates, Representatives {

    private static final String HOLDING = "holding";
    private static final int READ_TOGETHER = 500;

    private final AggregateCollection<MandateDocument> collection;
    private final MessageTranslator<Mandate> translator;

    StoredMandates(AggregateCollections collections, MessageTranslator<Mandate> translator) {
        this.collection =
                collections
                        .collection("mandates", MandateDocument.class)
                        .unique(HOLDING, MandateDocument::holding)
                        .open();
        this.translator = translator;
    }

    @Override
    public Optional<Stored<Mandate>> find(String id) {
        return collection.find(id).map(StoredMandates::open);
    }

    @Override
    public List<Stored<Mandate>> list(String after, int limit) {
        return collection.list(after, limit).stream().map(StoredMandates::open).toList();
    }

    @Override
    public List<Stored<Mandate>> ofAssociation(String associationId) {
        return all(mandate -> mandate.associationId().equals(associationId));
    }

    @Override
    public List<String> associationsOf(String subject) {
        return associationsOf(subject, MandateModule.REGISTRY);
    }

    @Override
    public List<String> administeredBy(String subject) {
        return associationsOf(subject, MandateModule.ADMINISTRATION);
    }

    private List<String> associationsOf(String subject, MandateModule module) {
        return all(
                        mandate ->
                                mandate.valid()
                                        && mandate.module() == module
                                        && mandate.subject().equals(subject))
                .stream()
                .map(stored -> stored.body().associationId())
                .toList();
    }

    /** Reads all of a municipality, of which there are some hundreds. */
    private List<Stored<Mandate>> all(Predicate<Mandate> wanted) {
        List<Stored<Mandate>> found = new ArrayList<>();
        List<Stored<Mandate>> some = list("", READ_TOGETHER);
        while (!some.isEmpty()) {
            some.stream().filter(stored -> wanted.test(stored.body())).forEach(found::add);
            some = list(some.getLast().id(), READ_TOGETHER);
        }
        return found;
    }

    @Override
    public boolean mayChange(String subject, String associationId) {
        return holds(subject, associationId, MandateModule.REGISTRY);
    }

    @Override
    public boolean holds(String subject, String associationId, MandateModule module) {
        return collection
                .findByUnique(
                        HOLDING, MandateDocument.holding(subject, associationId, module.code()))
                .isPresent();
    }

    @Override
    public Addition add(Mandate mandate, Creation creation) {
        Insertion<MandateDocument> insertion =
                collection.insert(
                        mandate.id(),
                        creation,
                        MandateDocument.from(mandate),
                        translator.announce(mandate));
        return switch (insertion) {
            case Insertion.Inserted(var stored) -> new Addition.Kept(stored.body().toDomain());
            case Insertion.Repeated(var stored) -> new Addition.Kept(stored.body().toDomain());
            case Insertion.KeyReused<MandateDocument> _ -> new Addition.KeyReused();
            case Insertion.Taken<MandateDocument> _ -> new Addition.HeldAlready();
        };
    }

    @Override
    public Optional<Stored<Mandate>> revoke(String id, long version, Mark mark) {
        return collection.change(id, OptionalLong.of(version), stored -> revoke(stored, mark));
    }

    private Change<MandateDocument, Stored<Mandate>> revoke(
            Stored<MandateDocument> stored, Mark mark) {
        Stored<Mandate> before = open(stored);
        if (!before.body().valid()) {
            return Change.none(before);
        }
        Mandate after = before.body().revoked(mark);
        return Change.to(
                MandateDocument.from(after), translator.announce(after), next(before, after));
    }

    private static Stored<Mandate> open(Stored<MandateDocument> stored) {
        return stored.with(stored.body().toDomain());
    }

    private static Stored<Mandate> next(Stored<Mandate> before, Mandate after) {
        return before.after(1, after);
    }
}
