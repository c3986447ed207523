package fi.kumppani.events.event;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds announced events: those of a municipality and those it holds together with another one.
 * Which they are comes from the index; what is shown of them, from where they are kept.
 */
@Service
public class FindEvents {

    private final Events events;
    private final EventListing listing;

    FindEvents(Events events, EventListing listing) {
        this.events = events;
        this.listing = listing;
    }

    /**
     * An announced event and whose it is.
     *
     * @param event never a draft
     * @param municipality whose it is
     */
    public record Found(Event event, MunicipalityCode municipality) {}

    /**
     * Those in the municipality's list that are asked for: those that are not over first, the next
     * to come at the top; then the past ones, the latest first.
     *
     * @param after where the list goes on
     * @param limit the most to give
     */
    public List<Found> search(EventQuestion question, ListPosition after, int limit) {
        return read(
                inOrder(
                        Stream.concat(listing.own().stream(), shared().stream())
                                .filter(question::asksFor),
                        after,
                        limit));
    }

    /**
     * The whole list of the municipality in the same order, as of now for its own events.
     *
     * @param after where the list goes on
     * @param limit the most to give
     */
    public List<Found> list(ListPosition after, int limit) {
        MunicipalityCode here = Tenancy.current();
        List<Found> all = new ArrayList<>();
        events.list(after, limit).forEach(event -> all.add(new Found(event, here)));
        all.addAll(
                read(inOrder(shared().stream().filter(EventQuestion.ALL::asksFor), after, limit)));
        return all.stream()
                .sorted((a, b) -> after.order(place(after, a), place(after, b)))
                .limit(limit)
                .toList();
    }

    private static ListPosition place(ListPosition reader, Found found) {
        return reader.behind(found.event());
    }

    /** An announced event of the municipality, as of now. */
    public Optional<Found> announced(EventId id) {
        return events.find(id)
                .filter(event -> !(event instanceof Event.Draft))
                .map(event -> new Found(event, Tenancy.current()));
    }

    /**
     * The events of the municipality and those it holds with others, in the order of time.
     *
     * @param limit the most to give; the latest ones when there are more
     */
    public List<Found> calendar(EventQuestion question, int limit) {
        List<ListedEvent> found =
                Stream.concat(listing.own().stream(), shared().stream())
                        .filter(question::asksFor)
                        .sorted(ListedEvent.IN_TIME)
                        .toList();
        return read(found.subList(Math.max(0, found.size() - limit), found.size()));
    }

    /**
     * A page of the municipality's own announced events in the order of time.
     *
     * @param total how many there are that are asked for
     * @param found those of the page
     * @param umbrellas those of the municipality that have parts
     */
    public record Slice(int total, List<Found> found, Set<EventId> umbrellas) {}

    /**
     * A page of the municipality's own announced events.
     *
     * @param latestFirst whether the order of time is turned round
     * @param skip how many to leave out at the beginning
     * @param limit the most to give
     */
    public Slice slice(EventQuestion question, boolean latestFirst, long skip, int limit) {
        List<ListedEvent> own = listing.own();
        List<ListedEvent> wanted = own.stream().filter(question::asksFor).toList();
        List<ListedEvent> ordered = latestFirst ? wanted.reversed() : wanted;
        return new Slice(
                wanted.size(),
                read(ordered.stream().skip(skip).limit(limit).toList()),
                own.stream()
                        .map(listed -> listed.belonging().partOf())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * All announced events of the municipality that are asked for, in the order of time.
     *
     * @param limit the most to give; the latest ones when there are more
     */
    public List<Found> own(EventQuestion question, int limit) {
        List<ListedEvent> found = listing.own().stream().filter(question::asksFor).toList();
        return read(found.subList(Math.max(0, found.size() - limit), found.size()));
    }

    /**
     * Announced events of whatever municipality, in the order of time; those to come, and those
     * that were not long ago.
     *
     * @param limit the most to give; the latest ones when there are more
     */
    public List<Found> everywhere(Predicate<ListedEvent> wanted, int limit) {
        List<ListedEvent> found = listing.everywhere().stream().filter(wanted).toList();
        return read(found.subList(Math.max(0, found.size() - limit), found.size()));
    }

    /** An event of another municipality that the current one holds too, if it is announced. */
    public Optional<Found> shared(EventId id) {
        MunicipalityCode here = Tenancy.current();
        return shared().stream()
                .filter(listed -> listed.id().equals(id))
                .findFirst()
                .flatMap(listed -> read(List.of(listed)).stream().findFirst())
                .filter(
                        found ->
                                found.event()
                                        .details()
                                        .coOrganisingMunicipalities()
                                        .contains(here));
    }

    private List<ListedEvent> shared() {
        MunicipalityCode here = Tenancy.current();
        return listing.everywhere().stream()
                .filter(listed -> listed.coOrganisers().contains(here))
                .filter(listed -> !listed.municipality().equals(here))
                .toList();
    }

    private static List<ListedEvent> inOrder(
            Stream<ListedEvent> found, ListPosition after, int limit) {
        Map<ListPosition, ListedEvent> placed = new HashMap<>();
        found.forEach(listed -> placed.put(after.at(listed), listed));
        Comparator<ListPosition> order = after::order;
        return placed.entrySet().stream()
                .filter(entry -> after.isBefore(entry.getKey()))
                .sorted(Map.Entry.comparingByKey(order))
                .limit(limit)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Reads what is shown of them, each in its municipality; the order stays. */
    private List<Found> read(Collection<ListedEvent> listed) {
        Map<MunicipalityCode, List<EventId>> ids =
                listed.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ListedEvent::municipality,
                                        LinkedHashMap::new,
                                        Collectors.mapping(ListedEvent::id, Collectors.toList())));
        Map<EventId, Event> found = new HashMap<>();
        ids.forEach(
                (municipality, wanted) ->
                        found.putAll(Tenancy.callIn(municipality, () -> events.findAll(wanted))));
        return listed.stream()
                .flatMap(
                        each -> {
                            Event event = found.get(each.id());
                            return event == null || event instanceof Event.Draft
                                    ? Stream.empty()
                                    : Stream.of(new Found(event, each.municipality()));
                        })
                .toList();
    }
}
