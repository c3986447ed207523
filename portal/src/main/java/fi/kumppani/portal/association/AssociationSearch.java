package fi.kumppani.portal.association;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.springframework.stereotype.Component;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds associations by name in the registers of municipalities, for forms in which one says for
 * which association one comes or reads. Who fills them in sees names; an id is what is sent.
 */
@Component
public class AssociationSearch {

    /** The most that one chooses from. */
    private static final int MOST = 20;

    private final Backends backends;

    AssociationSearch(Backends backends) {
        this.backends = backends;
    }

    /**
     * An association to choose.
     *
     * @param id what is sent
     * @param label what is read
     */
    public record Named(String id, Told label) {}

    /**
     * What came of a search.
     *
     * @param all what was found, in the order of the alphabet, at most {@value #MOST}
     * @param exact the only one that is called exactly so, or the only one found
     * @param away whether a register did not answer
     */
    public record Found(List<Named> all, Optional<Named> exact, boolean away) {

        /** Copies the list. */
        public Found {
            all = List.copyOf(all);
        }

        /** Why there is no exact one: {@code away}, {@code none} or {@code several}. */
        public String reason() {
            return away ? "away" : all.isEmpty() ? "none" : "several";
        }
    }

    /**
     * Those that go by some words.
     *
     * @param registers codes of the municipalities in whose registers to look
     * @param eligible which may be chosen, by their ids
     */
    public Found named(
            Collection<String> registers, Predicate<String> eligible, String words, Reader reader) {
        List<Answer<Listing<AssociationFacts>>> answers =
                registers.stream()
                        .map(
                                code ->
                                        backends.ask(
                                                reader, AssociationFacts.named(code, words, MOST)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        List<AssociationFacts> all =
                answers.stream()
                        .flatMap(answer -> answer.found().stream())
                        .flatMap(listing -> listing.items().stream())
                        .filter(each -> eligible.test(each.id()))
                        .toList();
        List<AssociationFacts> called = all.stream().filter(each -> each.isCalled(words)).toList();
        List<AssociationFacts> meant = called.size() == 1 ? called : all;
        return new Found(
                sorted(all.stream().limit(MOST).map(each -> named(each, reader)), reader),
                meant.size() == 1 ? Optional.of(named(meant.getFirst(), reader)) : Optional.empty(),
                answers.stream().anyMatch(Answer::isAway));
    }

    /** Those with these ids, as far as one of the registers knows them. */
    public List<Named> byId(Collection<String> registers, List<String> ids, Reader reader) {
        return sorted(
                ids.stream()
                        .map(id -> backends.together(() -> one(registers, id, reader)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream),
                reader);
    }

    private Optional<Named> one(Collection<String> registers, String id, Reader reader) {
        return registers.stream()
                .map(code -> backends.answer(reader, AssociationFacts.one(code, id)).found())
                .flatMap(Optional::stream)
                .findFirst()
                .map(found -> named(found, reader));
    }

    private static Named named(AssociationFacts association, Reader reader) {
        return new Named(
                association.id(),
                association
                        .name()
                        .in(reader.language())
                        .orElse(new Told(association.id(), reader.language().code())));
    }

    private static List<Named> sorted(Stream<Named> all, Reader reader) {
        Collator alphabet = Collator.getInstance(reader.language().locale());
        return all.sorted(Comparator.comparing(each -> each.label().text(), alphabet::compare))
                .toList();
    }
}
