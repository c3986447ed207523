package fi.kumppani.portal.desk;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.association.NetworkFacts;
import fi.kumppani.portal.association.Wanted;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.desk.Waiting.Part;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;
import fi.kumppani.portal.registrar.Duplicates;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What waits in the registry: associations and requests. */
final class RegistryDesk {

    private RegistryDesk() {}

    /** Associations that nobody has verified. */
    static Part unverified(String code, Person person) {
        return associations(
                code,
                person,
                "unverified",
                new Wanted("", "unverified", "", "", "", "", null),
                "/m/" + code + "/registry",
                each -> each.registeredAt() == null ? null : Formats.dayOf(each.registeredAt()));
    }

    /** Associations that have not said for a year that their data are right. */
    static Part unconfirmed(String code, Person person, LocalDate today) {
        return associations(
                code,
                person,
                "unconfirmed",
                new Wanted(
                        "", "unverified,verified", "", "", "", "", today.minusYears(1).plusDays(1)),
                "/m/" + code + "/registry?due=year",
                RegistryDesk::lapsedOn);
    }

    /** The day on which what an association said of itself was a year old. */
    private static @Nullable LocalDate lapsedOn(AssociationFacts facts) {
        LocalDate said =
                facts.confirmedOn() != null || facts.registeredAt() == null
                        ? facts.confirmedOn()
                        : Formats.dayOf(facts.registeredAt());
        return said == null ? null : said.plusYears(1);
    }

    private static Part associations(
            String code,
            Person person,
            String kind,
            Wanted wanted,
            String href,
            Function<AssociationFacts, @Nullable LocalDate> since) {
        Answer<Listing<AssociationFacts>> answer =
                WholeList.of(person, from -> wanted.page(code, from, WholeList.AT_ONCE));
        Listing<AssociationFacts> found =
                answer.found().orElseGet(() -> new Listing<>(List.of(), null));
        if (found.items().isEmpty()) {
            return new Part(List.of(), answer.isLacking());
        }
        return new Part(
                List.of(
                        Waiting.of(
                                kind,
                                null,
                                href,
                                found.items().size(),
                                found.next() != null,
                                found.items().stream()
                                        .map(since)
                                        .filter(Objects::nonNull)
                                        .min(Comparator.naturalOrder())
                                        .orElse(null))),
                false);
    }

    /** Associations that look like the same one; since when is not known. */
    static Part duplicates(String code, Person person) {
        Answer<Listing<Duplicates.Pair>> answer =
                person.answer(Duplicates.page(code, "", WholeList.AT_ONCE));
        List<Waiting> rows =
                answer.found().stream()
                        .filter(found -> !found.items().isEmpty())
                        .map(
                                found ->
                                        Waiting.of(
                                                "duplicates",
                                                null,
                                                "/m/" + code + "/registry/duplicates",
                                                found.items().size(),
                                                found.next() != null,
                                                null))
                        .toList();
        return new Part(rows, answer.isLacking());
    }

    /** Requests to join networks, a row for each network. */
    static Part requests(String code, Person person, Language language) {
        Answer<Listing<MembershipRequest>> answer =
                WholeList.of(person, from -> MembershipRequest.page(code, from, WholeList.AT_ONCE));
        Map<String, List<MembershipRequest>> byNetwork =
                answer.found().stream()
                        .flatMap(found -> found.items().stream())
                        .collect(
                                Collectors.groupingBy(
                                        MembershipRequest::networkId,
                                        TreeMap::new,
                                        Collectors.toList()));
        if (byNetwork.isEmpty()) {
            return new Part(List.of(), answer.isLacking());
        }
        Map<String, LocalizedText> names =
                WholeList.of(person, from -> NetworkFacts.page(code, from, WholeList.AT_ONCE))
                        .found()
                        .stream()
                        .flatMap(found -> found.items().stream())
                        .collect(
                                Collectors.toMap(
                                        NetworkFacts::id, NetworkFacts::name, (one, _) -> one));
        List<Waiting> rows = new ArrayList<>();
        byNetwork.forEach(
                (network, requests) -> {
                    Told name = LocalizedText.maybe(names.get(network), language);
                    rows.add(
                            Waiting.of(
                                    "membership",
                                    name,
                                    "/m/" + code + "/registry/networks/" + network,
                                    requests.size(),
                                    false,
                                    requests.stream()
                                            .map(MembershipRequest::askedOn)
                                            .min(Comparator.naturalOrder())
                                            .orElse(null)));
                });
        return new Part(rows, false);
    }
}
