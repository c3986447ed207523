package fi.kumppani.portal.door;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.coordinator.Coordinators;
import fi.kumppani.portal.door.DoorFacts.Address;
import fi.kumppani.portal.door.DoorFacts.Guests;
import fi.kumppani.portal.door.DoorFacts.Heeded;
import fi.kumppani.portal.door.DoorFacts.HeededNotes;
import fi.kumppani.portal.door.DoorFacts.Note;
import fi.kumppani.portal.event.EventView;
import fi.kumppani.portal.event.FindEvent;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The door of an event for its coordinators: who is expected, who has come, and how many others.
 * Everything works by forms; where there are scripts, {@code door.js} notes on the device instead
 * and sends later what could not be sent. What comes of a form is the answer to it.
 */
@Controller
@RequestMapping("/m/{code}/events/{id}/door")
class DoorPage {

    private static final List<String> CATEGORIES =
            List.of("association", "elected", "staff", "resident", "other");
    private static final Set<String> RESULTS =
            Set.of(
                    "arrived",
                    "arrived-before",
                    "counted",
                    "repeated",
                    "taken-back",
                    "more-than-registered",
                    "no-seat");
    private static final Set<String> DONE = Set.of("arrived", "counted", "taken-back");
    private static final Set<String> REASONS =
            Set.of("not-published", "event-cancelled", "no-seat-free");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern NOTE = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TICKET = 512;
    private static final int LARGEST_PARTY = 1_000;
    private static final int LARGEST_ROOM = 100_000;
    private static final int MOST_LISTED = 200;
    private static final Resource WORKER = new ClassPathResource("static/assets/door-worker.js");

    private final FindEvent events;
    private final Coordinators coordinators;
    private final Clock clock;

    DoorPage(FindEvent events, Coordinators coordinators, Clock clock) {
        this.events = events;
        this.coordinators = coordinators;
        this.clock = clock;
    }

    /**
     * What came of a form.
     *
     * @param look {@code done}, {@code notice} or {@code fault}
     * @param text the key of its text
     * @param subject a number, or words, that the text is about
     * @param note what to take back, if it can be
     */
    record Outcome(String look, String text, String subject, @Nullable String note) {

        static Outcome fault(String text) {
            return new Outcome("fault", text, "", null);
        }
    }

    /** The page of one door, asked for by a coordinator. */
    private record Visit(Address address, EventView event, Person coordinator, Reader reader) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Visit visit = visit(code, id, request, reader);
        return page(visit, expected(visit, cursor), null, model);
    }

    /**
     * The page as a device keeps it to open without a network: with nobody's name, neither those
     * expected nor whoever is logged in.
     */
    @GetMapping("/shell")
    String keep(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Visit visit = visit(code, id, request, reader);
        model.addAttribute("offersLogin", false);
        model.addAttribute("translations", List.of());
        return frame(visit, model);
    }

    /** Stands below the door, as a script may only look after pages below itself. */
    @GetMapping("/worker.js")
    ResponseEntity<Resource> worker(@PathVariable String code, @PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/javascript"))
                .cacheControl(CacheControl.noCache())
                .header(
                        "Service-Worker-Allowed",
                        UriComponentsBuilder.fromPath("/m/{code}/events/{id}/door")
                                .encode()
                                .buildAndExpand(code, id)
                                .toUriString())
                .body(WORKER);
    }

    @PostMapping("/searches")
    String find(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Visit visit = visit(code, id, request, reader);
        String wanted = name.strip();
        if (wanted.length() < SHORTEST_NAME || wanted.length() > LONGEST_NAME) {
            return page(visit, expected(visit, ""), Outcome.fault("door.error.name"), model);
        }
        model.addAttribute("wanted", wanted);
        return page(
                visit,
                visit.coordinator().found(DoorFacts.named(visit.address(), wanted)).value(),
                null,
                model);
    }

    @PostMapping("/arrivals")
    String arrive(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(required = false) @Nullable String key,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, id, request, reader);
        String ticket = shown.strip();
        if (ticket.isEmpty() || ticket.length() > LONGEST_TICKET) {
            return answer(visit, Outcome.fault("door.error.shown"), model, response);
        }
        boolean spoken = NUMBER.matcher(ticket).matches();
        return hear(
                visit,
                new Note(
                        noteId(key) + (spoken ? "-" + ticket : ""),
                        clock.instant(),
                        spoken ? null : ticket,
                        spoken ? Long.valueOf(ticket) : null,
                        number(people, LARGEST_PARTY),
                        CATEGORIES.contains(category) ? category : null,
                        null),
                model,
                response);
    }

    @PostMapping("/people")
    String count(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "1") String people,
            @RequestParam(defaultValue = "false") boolean seated,
            @RequestParam(required = false) @Nullable String key,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, id, request, reader);
        Integer many = number(people, LARGEST_PARTY);
        if (many == null || !CATEGORIES.contains(category)) {
            return answer(visit, Outcome.fault("door.error.people"), model, response);
        }
        if (seated) {
            Answer<Heeded> answer =
                    visit.coordinator()
                            .answer(
                                    DoorFacts.seat(
                                            visit.address(),
                                            category,
                                            many,
                                            FormKeys.of(key, clock.instant())));
            return answer(
                    visit,
                    outcome(
                            answer.map(
                                    heeded ->
                                            new Outcome(
                                                    "done",
                                                    "door.seated",
                                                    String.valueOf(heeded.number()),
                                                    null))),
                    model,
                    response);
        }
        return hear(
                visit,
                new Note(noteId(key), clock.instant(), null, null, many, category, null),
                model,
                response);
    }

    @PostMapping("/mistakes")
    String takeBack(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String key,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, id, request, reader);
        if (NOTE.matcher(note).matches()) {
            return hear(
                    visit,
                    new Note(noteId(key), clock.instant(), null, null, null, null, note),
                    model,
                    response);
        }
        if (!NUMBER.matcher(number).matches()) {
            return answer(visit, Outcome.fault("door.error.shown"), model, response);
        }
        Answer<Done> answer =
                visit.coordinator().answer(DoorFacts.takeBack(visit.address(), number));
        return answer(
                visit,
                outcome(
                        answer.map(
                                _ -> new Outcome("done", "door.result.taken-back", number, null))),
                model,
                response);
    }

    @PostMapping("/head-count")
    String countInTheRoom(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, id, request, reader);
        Map<String, Integer> people = new LinkedHashMap<>();
        for (String category : CATEGORIES) {
            String written = sent.getOrDefault(category, "").strip();
            Integer counted =
                    written.equals("0") ? Integer.valueOf(0) : number(written, LARGEST_ROOM);
            if (counted != null) {
                people.put(category, counted);
            } else if (!written.isEmpty()) {
                return answer(visit, Outcome.fault("door.error.head-count"), model, response);
            }
        }
        Answer<DoorFacts> answer =
                visit.coordinator().answer(DoorFacts.count(visit.address(), people, seen));
        return answer(
                visit,
                outcome(answer.map(_ -> new Outcome("done", "door.head-count.done", "", null))),
                model,
                response);
    }

    /** Leads back here after the login; what was sent is not kept. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/events/{id}/door", request);
    }

    private Visit visit(String code, String id, HttpServletRequest request, Reader reader) {
        Person coordinator = coordinators.of(code, request, reader);
        return new Visit(new Address(code, id), events.find(code, id, reader), coordinator, reader);
    }

    private String hear(Visit visit, Note note, Model model, HttpServletResponse response) {
        Answer<HeededNotes> answer =
                visit.coordinator().answer(DoorFacts.hear(visit.address(), note));
        return answer(
                visit,
                outcome(answer.map(heeded -> outcome(note, heeded.results().getFirst()))),
                model,
                response);
    }

    private static Outcome outcome(Note note, Heeded heeded) {
        String result = heeded.result();
        return new Outcome(
                DONE.contains(result) ? "done" : result.equals("repeated") ? "done" : "notice",
                RESULTS.contains(result) ? "door.result." + result : "door.refused",
                subject(note, heeded),
                result.equals("counted") ? note.id() : null);
    }

    private static String subject(Note note, Heeded heeded) {
        Long number = heeded.number() == null ? note.number() : heeded.number();
        return number == null ? "" : number.toString();
    }

    private static Outcome outcome(Answer<Outcome> answer) {
        return switch (answer) {
            case Answer.Found<Outcome>(Outcome outcome) -> outcome;
            case Answer.Missing<Outcome> _ -> throw new NoSuchPageException();
            case Answer.Refused<Outcome>(Refusal refusal) ->
                    Outcome.fault(
                            refusal.status() == 412
                                    ? "door.stale"
                                    : REASONS.contains(refusal.reason())
                                            ? "door.reason." + refusal.reason()
                                            : "door.refused");
            case Answer.Away<Outcome> _ -> Outcome.fault("door.away");
        };
    }

    private String answer(Visit visit, Outcome outcome, Model model, HttpServletResponse response) {
        if (outcome.look().equals("fault")) {
            response.setStatus(
                    outcome.text().equals("door.away")
                            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                            : HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        }
        return page(visit, expected(visit, ""), outcome, model);
    }

    private static Guests expected(Visit visit, String cursor) {
        return visit.coordinator()
                .found(DoorFacts.guests(visit.address(), cursor, MOST_LISTED))
                .value();
    }

    private String page(Visit visit, Guests guests, @Nullable Outcome outcome, Model model) {
        Versioned<DoorFacts> standing =
                visit.coordinator().found(DoorFacts.standing(visit.address()));
        Question<DoorFacts.Code> code = DoorFacts.code(visit.address());
        model.addAttribute("door", standing.value());
        model.addAttribute("seen", standing.version());
        model.addAttribute(
                "shown",
                visit.coordinator()
                        .answer(code)
                        .found()
                        .map(shown -> ShownCode.of(shown, visit.reader().language()))
                        .orElse(null));
        model.addAttribute(
                "guests",
                guests.items().stream()
                        .filter(DoorFacts.Guest::counts)
                        .map(guest -> GuestRow.of(guest, visit.reader().language()))
                        .toList());
        model.addAttribute("next", guests.next());
        model.addAttribute("outcome", outcome);
        return frame(visit, model);
    }

    private String frame(Visit visit, Model model) {
        Instant now = clock.instant();
        model.addAttribute("event", visit.event());
        model.addAttribute("categories", CATEGORIES);
        model.addAttribute("key", FormKeys.next(now));
        model.addAttribute("until", SelfCheckIn.until(visit.event()).toString());
        model.addAttribute("here", visit.event().href() + "/door");
        return "door";
    }

    /** Keys have a character more than the ids of notes. */
    private String noteId(@Nullable String key) {
        return FormKeys.of(key, clock.instant()).replace('_', '-');
    }

    private static @Nullable Integer number(String written, int most) {
        String plain = Objects.requireNonNullElse(written, "").strip();
        return NUMBER.matcher(plain).matches() && Integer.parseInt(plain) <= most
                ? Integer.valueOf(plain)
                : null;
    }
}
