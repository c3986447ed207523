package fi.kumppani.grants.interest.persistence;

import fi.kumppani.grants.interest.Declaration;
import fi.kumppani.grants.interest.Declarations;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One document for each person and municipality. */
@Component
class MongoDeclarations implements Declarations {

    private final AggregateCollection<DeclarationDocument> collection;

    MongoDeclarations(AggregateCollections collections) {
        this.collection = collections.collection("declarations", DeclarationDocument.class).open();
    }

    @Override
    public Optional<Stored<Declaration>> find(String subject) {
        return collection.find(id(subject)).map(MongoDeclarations::open);
    }

    @Override
    public Map<String, Declaration> findAll(Collection<String> subjects) {
        return collection.findAll(subjects.stream().map(MongoDeclarations::id).toList()).stream()
                .map(stored -> stored.body().toDomain())
                .collect(Collectors.toUnmodifiableMap(Declaration::subject, Function.identity()));
    }

    @Override
    public List<Declaration> list(String after, int limit) {
        return collection.list(after.isEmpty() ? after : id(after), limit).stream()
                .map(stored -> stored.body().toDomain())
                .toList();
    }

    @Override
    public Stored<Declaration> change(
            String subject,
            OptionalLong expected,
            Function<Declaration, Optional<Declaration>> decide) {
        return collection.changeOrBegin(
                id(subject),
                DeclarationDocument.from(Declaration.of(subject)),
                expected,
                stored -> {
                    Stored<Declaration> known = open(stored);
                    return Change.next(
                            known,
                            decide.apply(known.body()),
                            DeclarationDocument::from,
                            _ -> List.of());
                });
    }

    private static String id(String subject) {
        return Tenancy.current() + ":" + subject;
    }

    private static Stored<Declaration> open(Stored<DeclarationDocument> stored) {
        return stored.with(stored.body().toDomain());
    }
}
