package fi.kumppani.portal.registration;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.event.EventView;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.springframework.stereotype.Component;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Finds associations by name in the registers of the municipalities that hold an event. Who
 * registers sees names; an id is what is sent.
 */
@Component
class FindAssociations {

    /** The most that one chooses from. */
    static final int MOST = 20;

    private final Backends backends;

    FindAssociations(Backends backends) {
        this.backends = backends;
    }

    /**
     * What came of a search.
     *
     * @param choices what was found, in the order of the alphabet
     * @param exact the only one that is called exactly so, or the only one found
     * @param away whether a register did not answer
     */
    record Found(List<Choice> choices, Optional<Choice> exact, boolean away) {

        Found {
            choices = List.copyOf(choices);
        }
    }

    /** Those that go by some words. */
    Found named(EventView event, String words, Reader reader) {
        List<Answer<Listing<AssociationFacts>>> answers =
                registers(event)
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
                        .filter(each -> isInvited(event, each.id()))
                        .toList();
        List<AssociationFacts> called = all.stream().filter(each -> each.isCalled(words)).toList();
        List<AssociationFacts> meant = called.size() == 1 ? called : all;
        return new Found(
                sorted(all.stream().limit(MOST).map(each -> choice(each, reader)), reader),
                meant.size() == 1
                        ? Optional.of(choice(meant.getFirst(), reader))
                        : Optional.empty(),
                answers.stream().anyMatch(Answer::isAway));
    }

    /** Those with these ids, as far as a register knows them. */
    List<Choice> byId(EventView event, List<String> ids, Reader reader) {
        return sorted(
                ids.stream()
                        .map(id -> backends.together(() -> one(event, id, reader)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream),
                reader);
    }

    private Optional<Choice> one(EventView event, String id, Reader reader) {
        return registers(event)
                .map(code -> backends.answer(reader, AssociationFacts.one(code, id)).found())
                .flatMap(Optional::stream)
                .findFirst()
                .map(found -> choice(found, reader));
    }

    private static boolean isInvited(EventView event, String id) {
        var rules = event.signUp().rules();
        return !rules.byInvitation() || rules.invited().contains(id);
    }

    private static Stream<String> registers(EventView event) {
        return Stream.concat(
                        Stream.of(event.municipality().code()),
                        event.organisers().stream().map(EventView.Organiser::code))
                .filter(Objects::nonNull)
                .distinct();
    }

    private static Choice choice(AssociationFacts association, Reader reader) {
        return new Choice(
                association.id(),
                association
                        .name()
                        .in(reader.language())
                        .orElse(new Told(association.id(), reader.language().code())));
    }

    private static List<Choice> sorted(Stream<Choice> choices, Reader reader) {
        Collator alphabet = Collator.getInstance(reader.language().locale());
        return choices.sorted(
                        Comparator.comparing(choice -> choice.label().text(), alphabet::compare))
                .toList();
    }
}
