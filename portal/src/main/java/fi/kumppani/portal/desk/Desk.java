package fi.kumppani.portal.desk;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.desk.Waiting.Part;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks all services at once what waits for the coordinators of a municipality. */
@Component
final class Desk {

    private static final String REGISTRY = "registry";
    private static final String EVENTS = "events";
    private static final String LETTERS = "letters";

    private final Backends backends;
    private final Clock clock;

    Desk(Backends backends, Clock clock) {
        this.backends = backends;
        this.clock = clock;
    }

    /**
     * What waits.
     *
     * @param rows the oldest first
     * @param away what cannot be told just now: {@code registry}, {@code events}, {@code letters}
     */
    record Found(List<Waiting> rows, List<String> away) {

        Found {
            rows = List.copyOf(rows);
            away = List.copyOf(away);
        }
    }

    /** What waits for this coordinator. */
    Found of(String code, Person person, Language language) {
        LocalDate today = Formats.dayOf(clock.instant());
        Map<Supplier<Part>, String> asked = new LinkedHashMap<>();
        asked.put(asking(() -> RegistryDesk.unverified(code, person)), REGISTRY);
        asked.put(asking(() -> RegistryDesk.requests(code, person, language)), REGISTRY);
        asked.put(asking(() -> RegistryDesk.unconfirmed(code, person, today)), REGISTRY);
        asked.put(asking(() -> RegistryDesk.duplicates(code, person)), REGISTRY);
        asked.put(asking(() -> events(code, person, language)), EVENTS);
        asked.put(asking(() -> letters(code, person, language)), LETTERS);
        List<Waiting> rows = new ArrayList<>();
        List<String> away = new ArrayList<>();
        asked.forEach(
                (answer, service) -> {
                    Part part = answer.get();
                    rows.addAll(part.rows());
                    if (part.away() && !away.contains(service)) {
                        away.add(service);
                    }
                });
        rows.sort(Waiting.OLDEST_FIRST);
        return new Found(rows, away);
    }

    private Supplier<Part> asking(Supplier<Part> part) {
        CompletableFuture<Part> asked = backends.together(part);
        return () -> Backends.joined(asked);
    }

    /** Registrations to approve, and whether events are held. */
    private static Part events(String code, Person person, Language language) {
        Answer<Listing<AwaitedEvent>> answer = person.answer(AwaitedEvent.all(code));
        List<Waiting> rows = new ArrayList<>();
        for (AwaitedEvent event : answer.found().map(Listing::items).orElseGet(List::of)) {
            Told title = event.title().told(language);
            if (event.approvals() != null) {
                rows.add(
                        Waiting.of(
                                "approval",
                                title,
                                "/m/"
                                        + code
                                        + "/organise/events/"
                                        + event.eventId()
                                        + "/participants?state=requested",
                                event.approvals().waiting(),
                                false,
                                Formats.dayOf(event.approvals().since())));
            }
            if (event.minimum() != null) {
                rows.add(
                        new Waiting(
                                "decision",
                                title,
                                "/m/" + code + "/events/" + event.eventId() + "/decision",
                                0,
                                false,
                                Formats.dayOf(event.minimum().decidedAt()),
                                event.minimum(),
                                false));
            }
        }
        return new Part(rows, answer.isLacking());
    }

    /** Letters that somebody else than their writer must approve. */
    private static Part letters(String code, Person person, Language language) {
        Answer<Listing<WrittenLetter>> answer =
                WholeList.of(person, from -> WrittenLetter.page(code, from, WholeList.AT_ONCE));
        List<WrittenLetter> unapproved =
                answer.found().stream()
                        .flatMap(found -> found.items().stream())
                        .filter(WrittenLetter::isUnapproved)
                        .toList();
        boolean away = answer.isLacking();
        Map<String, Boolean> fourEyes = new LinkedHashMap<>();
        for (String list : unapproved.stream().map(WrittenLetter::listId).distinct().toList()) {
            Answer<WrittenLetter.MailingList> found = person.answer(WrittenLetter.list(code, list));
            away |= found.isLacking();
            fourEyes.put(
                    list,
                    found.found().filter(WrittenLetter.MailingList::wantsFourEyes).isPresent());
        }
        return new Part(
                unapproved.stream()
                        .filter(letter -> Boolean.TRUE.equals(fourEyes.get(letter.listId())))
                        .map(letter -> row(code, letter, language))
                        .toList(),
                away);
    }

    private static Waiting row(String code, WrittenLetter letter, Language language) {
        return new Waiting(
                "letter",
                letter.title().told(language),
                "/m/" + code + "/letters/drafts/" + letter.id() + "/order",
                0,
                false,
                letter.begunAt() == null ? null : Formats.dayOf(letter.begunAt()),
                null,
                letter.own());
    }
}
