package fi.kumppani.grants.interest;

import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Declarations in memory. */
final class InMemoryDeclarations implements Declarations {

    private final Map<String, Stored<Declaration>> kept = new TreeMap<>();

    @Override
    public Optional<Stored<Declaration>> find(String subject) {
        return Optional.ofNullable(kept.get(subject));
    }

    @Override
    public Map<String, Declaration> findAll(Collection<String> subjects) {
        return subjects.stream()
                .flatMap(each -> find(each).stream())
                .map(Stored::body)
                .collect(Collectors.toMap(Declaration::subject, Function.identity()));
    }

    @Override
    public List<Declaration> list(String after, int limit) {
        return kept.values().stream()
                .map(Stored::body)
                .filter(each -> each.subject().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Stored<Declaration> change(
            String subject,
            OptionalLong expected,
            Function<Declaration, Optional<Declaration>> decide) {
        Stored<Declaration> before =
                find(subject).orElseGet(() -> stored(0, Declaration.of(subject)));
        if (expected.isPresent() && expected.getAsLong() != before.version()) {
            throw new StaleVersionException();
        }
        decide.apply(before.body())
                .ifPresent(next -> kept.put(subject, stored(before.version() + 1, next)));
        return find(subject).orElse(before);
    }

    private static Stored<Declaration> stored(long version, Declaration declaration) {
        return new Stored<>(
                declaration.subject(), new MunicipalityCode("743"), version, 0, declaration);
    }
}
