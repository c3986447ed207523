package fi.kumppani.portal.ownassociation;

import fi.kumppani.portal.association.MembershipFacts;
import fi.kumppani.portal.association.NetworkFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The networks of a municipality, as they stand to an association.
 *
 * @param rows those that take members
 * @param away whether something of it could not be told
 */
record OwnNetworks(List<Row> rows, boolean away) {

    private static final int MOST = 50;

    OwnNetworks {
        rows = List.copyOf(rows);
    }

    /**
     * A network.
     *
     * @param status {@code asked}, {@code member} or {@code none}
     * @param day since when it is so
     * @param contact which role at the municipality to turn to
     */
    record Row(
            String id,
            Told name,
            @Nullable Told description,
            @Nullable Told contact,
            String status,
            @Nullable String day) {}

    static OwnNetworks of(Person person, String code, String association, Language language) {
        Answer<Listing<NetworkFacts>> answer = person.answer(NetworkFacts.page(code, "", MOST));
        List<NetworkFacts> active =
                answer.found().map(Listing::items).orElseGet(List::of).stream()
                        .filter(NetworkFacts::isActive)
                        .toList();
        List<Answer<Versioned<MembershipFacts>>> memberships =
                active.stream()
                        .map(
                                network ->
                                        person.versioned(
                                                MembershipFacts.one(
                                                        code, network.id(), association)))
                        .toList();
        return new OwnNetworks(
                IntStream.range(0, active.size())
                        .filter(index -> !memberships.get(index).isLacking())
                        .mapToObj(
                                index ->
                                        row(
                                                active.get(index),
                                                memberships
                                                        .get(index)
                                                        .found()
                                                        .map(Versioned::value)
                                                        .orElse(null),
                                                language))
                        .toList(),
                answer.isLacking() || memberships.stream().anyMatch(Answer::isLacking));
    }

    private static Row row(
            NetworkFacts network, @Nullable MembershipFacts membership, Language language) {
        boolean asked = membership != null && membership.isAsked();
        boolean member = membership != null && membership.isMember();
        LocalDate day =
                membership == null
                        ? null
                        : asked ? membership.askedOn() : member ? membership.since() : null;
        return new Row(
                network.id(),
                network.name().told(language),
                LocalizedText.maybe(network.description(), language),
                LocalizedText.maybe(network.contactRole(), language),
                asked ? "asked" : member ? "member" : "none",
                day == null ? null : Formats.day(day, language));
    }
}
