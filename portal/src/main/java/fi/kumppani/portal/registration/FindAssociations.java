package fi.kumppani.portal.registration;

import fi.kumppani.portal.association.AssociationSearch;
import fi.kumppani.portal.event.EventView;
import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds associations in the registers of the municipalities that hold an event, those that may come
 * to it.
 */
@Component
class FindAssociations {

    private final AssociationSearch search;

    FindAssociations(AssociationSearch search) {
        this.search = search;
    }

    /**
     * What came of a search.
     *
     * @param choices what was found, in the order of the alphabet
     * @param exact the only one that is called exactly so, or the only one found
     * @param reason why there is no exact one, as texts have it
     */
    record Found(List<Choice> choices, Optional<Choice> exact, String reason) {

        Found {
            choices = List.copyOf(choices);
        }
    }

    /** Those that go by some words. */
    Found named(EventView event, String words, Reader reader) {
        AssociationSearch.Found found =
                search.named(registers(event), id -> isInvited(event, id), words, reader);
        return new Found(
                found.all().stream().map(FindAssociations::choice).toList(),
                found.exact().map(FindAssociations::choice),
                found.reason());
    }

    /** Those with these ids, as far as a register knows them. */
    List<Choice> byId(EventView event, List<String> ids, Reader reader) {
        return search.byId(registers(event), ids, reader).stream()
                .map(FindAssociations::choice)
                .toList();
    }

    private static Choice choice(AssociationSearch.Named association) {
        return new Choice(association.id(), association.label());
    }

    private static boolean isInvited(EventView event, String id) {
        var rules = event.signUp().rules();
        return !rules.byInvitation() || rules.invited().contains(id);
    }

    private static List<String> registers(EventView event) {
        return Stream.concat(
                        Stream.of(event.municipality().code()),
                        event.organisers().stream().map(EventView.Organiser::code))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
