package fi.kumppani.events.door.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.door.Arrival;
import fi.kumppani.events.door.Category;
import fi.kumppani.events.door.CountPeople;
import fi.kumppani.events.door.Door;
import fi.kumppani.events.door.DoorCodes;
import fi.kumppani.events.door.DoorLine;
import fi.kumppani.events.door.DoorRefusal;
import fi.kumppani.events.door.HeadCount;
import fi.kumppani.events.door.Heeded;
import fi.kumppani.events.door.KeptLine;
import fi.kumppani.events.door.NoteAtDoor;
import fi.kumppani.events.door.SeeDoor;
import fi.kumppani.events.door.SeeDoor.Guest;
import fi.kumppani.events.door.Tickets;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The door of an event, for its coordinators. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/door")
class DoorController {

    private static final String WALK_IN = "events.door.walk-in";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final int MOST_NAMED = 20;
    private static final int MOST_COUNTED = 100_000;

    private final NoteAtDoor noteAtDoor;
    private final SeeDoor seeDoor;
    private final CountPeople countPeople;
    private final Tickets tickets;
    private final DoorCodes codes;

    DoorController(
            NoteAtDoor noteAtDoor,
            SeeDoor seeDoor,
            CountPeople countPeople,
            Tickets tickets,
            DoorCodes codes) {
        this.noteAtDoor = noteAtDoor;
        this.seeDoor = seeDoor;
        this.countPeople = countPeople;
        this.tickets = tickets;
        this.codes = codes;
    }

    /**
     * How many have come.
     *
     * @param expected how many people have a seat
     * @param people all who have come, by what was counted in the room where something was
     * @param registered how many of those with a seat were noted
     * @param parties registrations of which somebody has come
     * @param walkedIn how many were noted without being registered
     * @param repeats notes that told again of somebody who had come
     * @param counted what was counted in the room, by category
     * @param noShows how many people with a seat did not come, once it is over
     * @param declaredAt when this was declared to be the result
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DoorView(
            int expected,
            int people,
            Map<String, Integer> categories,
            int registered,
            int parties,
            int walkedIn,
            int repeats,
            Map<String, Integer> counted,
            @Nullable Integer noShows,
            @Nullable Instant declaredAt) {

        static DoorView of(SeeDoor.Standing standing) {
            Door door = standing.door();
            Map<String, Integer> categories = new TreeMap<>();
            Map<String, Integer> counted = new TreeMap<>();
            for (Category category : Category.values()) {
                categories.put(WireCodes.of(category), door.people(category));
                door.counted()
                        .of(category)
                        .ifPresent(people -> counted.put(WireCodes.of(category), people));
            }
            return new DoorView(
                    standing.expected(),
                    door.people(),
                    categories,
                    door.registeredPeople(),
                    door.parties(),
                    door.walkedInPeople(),
                    door.repeats(),
                    counted,
                    standing.over() ? standing.missing() : null,
                    door.result() == null ? null : door.result().at());
        }
    }

    /** How many have come. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    ResponseEntity<DoorView> door(@PathVariable String event) {
        return view(new EventId(event));
    }

    private ResponseEntity<DoorView> view(EventId event) {
        SeeDoor.Standing standing = seeDoor.of(event).orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .eTag(ETags.of(standing.door().revision()))
                .body(DoorView.of(standing));
    }

    /**
     * Somebody expected, as a device keeps them that may lose the network.
     *
     * @param name who they are; absent for those who gave none, or whose name is forgotten
     * @param status {@code confirmed}, or {@code other} for those without a seat
     * @param ticket base64url of the SHA-256 of what the ticket's picture holds; absent without
     *     seat
     * @param attendance {@code attended}, {@code expected} or, once it is over, {@code no-show}
     * @param people how many of the party have come
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GuestView(
            long number,
            @Nullable String name,
            String status,
            int seats,
            @Nullable String associationId,
            @Nullable String group,
            @Nullable String ticket,
            @Nullable String attendance,
            int people,
            @Nullable Instant arrivedAt) {}

    /**
     * A line of the door's journal.
     *
     * @param kind what was noted
     * @param number the registration; absent when it is about none
     * @param by a role, and for staff the id of the account
     * @param reason the device, the numbers, or a coordinator's words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            Instant at, String kind, @Nullable Long number, String by, @Nullable String reason) {

        static LineView of(KeptLine kept) {
            DoorLine line = kept.line();
            return new LineView(
                    kept.at(),
                    WireCodes.of(line.kind()),
                    line.number(),
                    line.by().value(),
                    line.reason());
        }
    }

    /** What was noted at the door, by whom; oldest first. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/journal")
    Page<LineView> journal(@PathVariable String event, Cursor cursor) {
        List<KeptLine> found =
                seeDoor.journal(
                                new EventId(event),
                                Objects.requireNonNullElse(cursor.after(), ""),
                                cursor.fetchSize())
                        .orElseThrow(Problems::notFound);
        return cursor.page(found, KeptLine::position).map(LineView::of);
    }

    /** All registrations in order of arrival, to be kept by a device. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/guests")
    ResponseEntity<Page<GuestView>> guests(@PathVariable String event, Cursor cursor) {
        EventId id = new EventId(event);
        boolean over = seeDoor.of(id).orElseThrow(Problems::notFound).over();
        List<Guest> found =
                seeDoor.list(id, after(cursor.after()), cursor.fetchSize())
                        .orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        cursor.page(
                                        found,
                                        guest ->
                                                Long.toString(
                                                        guest.status()
                                                                .registration()
                                                                .id()
                                                                .number()))
                                .map(guest -> view(guest, over)));
    }

    /**
     * Words of a name; they stand in the body, because addresses are written into logs.
     *
     * @param name at least two characters
     */
    record SearchRequest(@NotBlank @Size(min = 2, max = 100) String name) {}

    /** The expected ones that are found. */
    record FoundView(List<GuestView> items) {}

    /** The expected ones whose name has all the words in it, at most 20. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/searches")
    ResponseEntity<FoundView> search(
            @PathVariable String event, @Valid @RequestBody SearchRequest request) {
        EventId id = new EventId(event);
        boolean over = seeDoor.of(id).orElseThrow(Problems::notFound).over();
        List<Guest> found =
                seeDoor.named(id, request.name(), MOST_NAMED).orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new FoundView(found.stream().map(guest -> view(guest, over)).toList()));
    }

    private GuestView view(Guest guest, boolean over) {
        Registration registration = guest.status().registration();
        Registration.Particulars particulars = registration.particulars();
        boolean seated = registration instanceof Registration.Confirmed;
        Arrival arrival = guest.arrival();
        return new GuestView(
                registration.id().number(),
                particulars.registrant() instanceof Registrant.Person person ? person.name() : null,
                seated ? "confirmed" : "other",
                particulars.party().seats(),
                particulars.association(),
                particulars.group(),
                seated ? tickets.hashOf(registration) : null,
                attendance(arrival, seated, over),
                arrival.people(),
                arrival.first().map(Arrival.Heard::at).orElse(null));
    }

    private static @Nullable String attendance(Arrival arrival, boolean seated, boolean over) {
        if (!arrival.heard().isEmpty()) {
            return "attended";
        }
        return seated ? over ? "no-show" : "expected" : null;
    }

    /** What came of the notes, in their order. */
    record HeededNotes(List<HeededView> results) {

        static HeededNotes of(List<Heeded> heeded) {
            return new HeededNotes(heeded.stream().map(HeededView::of).toList());
        }
    }

    /**
     * What came of a note.
     *
     * @param result {@code arrived}, {@code arrived-before}, {@code counted}, {@code repeated},
     *     {@code taken-back}, {@code id-reused}, {@code more-than-registered} or {@code no-seat}
     * @param number the registration, if it is about one
     * @param people how many of the party have come
     * @param arrivedAt when the first of them came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeededView(
            String id,
            String result,
            @Nullable Long number,
            @Nullable Integer people,
            @Nullable Instant arrivedAt) {

        static HeededView of(Heeded heeded) {
            return new HeededView(
                    heeded.note(),
                    WireCodes.of(heeded.verdict()),
                    heeded.number(),
                    heeded.number() == null ? null : heeded.people(),
                    heeded.arrivedAt());
        }
    }

    /**
     * Hears what a device noted, now or while the network was gone. Each note counts once by its
     * id, so a batch may be sent again, and batches of several devices in any order.
     */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/notes")
    HeededNotes hear(
            @PathVariable String event,
            @Valid @RequestBody NotesRequest request,
            CurrentUser user) {
        return HeededNotes.of(
                heard(
                        noteAtDoor.hear(
                                new EventId(event),
                                request.device(),
                                request.read(),
                                actor(user))));
    }

    /**
     * People without a registration.
     *
     * @param people 1 when absent
     * @param seated whether they get seats that are free, under a number without a name
     */
    record WalkInRequest(
            @NotNull String category,
            @Nullable @Min(1) @Max(50) Integer people,
            @Nullable Boolean seated) {}

    /** Counts people who are not registered, and gives them seats if they are to have some. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/walk-ins")
    HeededView walkIn(
            @PathVariable String event,
            @Valid @RequestBody WalkInRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        FieldErrors errors = new FieldErrors();
        Category category = NotesRequest.Categories.read(request.category(), "category", errors);
        errors.throwIfAny();
        List<Heeded> heeded =
                heard(
                        noteAtDoor.walkIn(
                                new EventId(event),
                                category == null ? Category.OTHER : category,
                                request.people() == null ? 1 : request.people(),
                                Boolean.TRUE.equals(request.seated()),
                                new Creation(key.uniqueKey(WALK_IN), key.bodyHash()),
                                actor(user)));
        if (heeded.getFirst().verdict() == Heeded.Verdict.ID_REUSED) {
            throw IdempotencyKey.reused();
        }
        return HeededView.of(heeded.getFirst());
    }

    /** Takes back that somebody of a registration came. */
    @OpenToRoles(Role.COORDINATOR)
    @DeleteMapping("/arrivals/{number}")
    ResponseEntity<Void> takeBack(
            @PathVariable String event, @PathVariable String number, CurrentUser user) {
        RegistrationId id =
                RegistrationId.parse(event + ":" + number).orElseThrow(Problems::notFound);
        var _ =
                noteAtDoor
                        .takeBack(id.event(), id.number(), actor(user))
                        .orElseThrow(Problems::notFound);
        return ResponseEntity.noContent().build();
    }

    /**
     * People by category as they were counted in the room.
     *
     * @param people a category that is left out is counted by the notes
     */
    record HeadCountRequest(
            @NotNull @Size(max = 10)
                    Map<String, @NotNull @Min(0) @Max(MOST_COUNTED) Integer> people) {

        HeadCount read() {
            FieldErrors errors = new FieldErrors();
            Map<Category, Integer> counted = new EnumMap<>(Category.class);
            people.forEach(
                    (code, number) -> {
                        Category category =
                                NotesRequest.Categories.read(code, "people." + code, errors);
                        if (category != null) {
                            counted.put(category, number);
                        }
                    });
            errors.throwIfAny();
            return new HeadCount(counted);
        }
    }

    /** Writes what was counted in the room, in place of what the notes say. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/head-count")
    ResponseEntity<DoorView> count(
            @PathVariable String event,
            @Valid @RequestBody HeadCountRequest request,
            IfMatch seen,
            CurrentUser user) {
        return written(
                new EventId(event),
                countPeople.count(new EventId(event), request.read(), seen.version(), actor(user)));
    }

    /** Declares that the event was held, and how many came. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/result")
    ResponseEntity<DoorView> declare(@PathVariable String event, IfMatch seen, CurrentUser user) {
        return written(
                new EventId(event),
                countPeople.declare(new EventId(event), seen.version(), actor(user)));
    }

    private ResponseEntity<DoorView> written(EventId event, Optional<CountPeople.Outcome> outcome) {
        return switch (outcome.orElseThrow(Problems::notFound)) {
            case CountPeople.Outcome.Done _ -> view(event);
            case CountPeople.Outcome.Stale _ -> throw Problems.stale();
            case CountPeople.Outcome.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    /**
     * The code that is shown at the door.
     *
     * @param changesAt when another one is to be shown
     */
    record CodeView(String code, Instant changesAt) {}

    /** The code to be shown now to those who say by themselves that they have come. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/code")
    ResponseEntity<CodeView> code(@PathVariable String event) {
        EventId id = new EventId(event);
        var _ = seeDoor.of(id).orElseThrow(Problems::notFound);
        DoorCodes.Code code = codes.of(id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new CodeView(code.text(), code.changesAt()));
    }

    static List<Heeded> heard(Optional<NoteAtDoor.Outcome> outcome) {
        return switch (outcome.orElseThrow(Problems::notFound)) {
            case NoteAtDoor.Outcome.Heard(List<Heeded> heeded) -> heeded;
            case NoteAtDoor.Outcome.Refused(DoorRefusal reason) -> throw refused(reason);
        };
    }

    private static Problem refused(DoorRefusal reason) {
        return switch (reason) {
            case KEY_REUSED -> IdempotencyKey.reused();
            case WRONG_CODE ->
                    Problems.invalid("code", "wrong", "The code is not the one shown at the door");
            case NOT_PUBLISHED,
                    EVENT_CANCELLED,
                    DOOR_CLOSED,
                    NO_SEAT,
                    NO_SEAT_FREE,
                    EVENT_NOT_BEGUN ->
                    Problems.refused(reason);
        };
    }

    private static Actor actor(CurrentUser user) {
        return Actor.coordinator(user.subject());
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!NUMBER.matcher(cursor).matches()) {
            throw Problems.malformed(
                    "cursor", "malformed", "A cursor is taken from a page as it is");
        }
        return Long.parseLong(cursor);
    }
}
