package fi.kumppani.events.door.web;

import fi.kumppani.events.door.Category;
import fi.kumppani.events.door.DoorRefusal;
import fi.kumppani.events.door.Heeded;
import fi.kumppani.events.door.NoteAtDoor;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationLinks;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.web.IdempotencyKey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saying by oneself that one has come, by the code that is shown at the door. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/door/self-check-ins")
class SelfCheckInController {

    private static final String CHECK_IN = "events.door.self-check-in";

    private final NoteAtDoor noteAtDoor;
    private final RegistrationLinks links;

    SelfCheckInController(NoteAtDoor noteAtDoor, RegistrationLinks links) {
        this.noteAtDoor = noteAtDoor;
        this.links = links;
    }

    /**
     * Somebody who has come.
     *
     * @param code as shown at the door
     * @param category as what; {@code other} when absent
     * @param registration their own, if they have one and hold its link
     */
    record SelfRequest(
            @NotNull @Size(max = 20) String code,
            @Nullable String category,
            @Nullable @Valid OwnRegistration registration) {}

    /** A registration and the token of its link. */
    record OwnRegistration(@NotNull @Min(1) Long number, @NotNull @Size(max = 512) String token) {}

    /** What came of it: {@code counted}, {@code arrived} or that they had come already. */
    record SelfView(String result) {}

    /** Counts a person without a name, or notes that the holder of a link has come. */
    @OpenToAll
    @RateLimited
    @PostMapping
    SelfView checkIn(
            @PathVariable String event,
            @Valid @RequestBody SelfRequest request,
            IdempotencyKey key) {
        FieldErrors errors = new FieldErrors();
        Category category = NotesRequest.Categories.read(request.category(), "category", errors);
        errors.throwIfAny();
        Heeded heeded =
                DoorController.heard(
                                noteAtDoor.sayOneself(
                                        new EventId(event),
                                        request.code(),
                                        category,
                                        mine(event, request.registration()),
                                        new Creation(key.uniqueKey(CHECK_IN), key.bodyHash())))
                        .getFirst();
        return switch (heeded.verdict()) {
            case ARRIVED -> new SelfView("arrived");
            case ARRIVED_BEFORE -> new SelfView("arrived-before");
            case COUNTED -> new SelfView("counted");
            case REPEATED -> new SelfView(heeded.number() == null ? "counted" : "arrived");
            case ID_REUSED -> throw IdempotencyKey.reused();
            case TAKEN_BACK, MORE_THAN_REGISTERED, NO_SEAT ->
                    throw Problems.refused(DoorRefusal.NO_SEAT);
        };
    }

    private @Nullable RegistrationId mine(String event, @Nullable OwnRegistration own) {
        if (own == null) {
            return null;
        }
        return RegistrationId.parse(event + ":" + own.number())
                .filter(id -> links.open(id, own.token()).isPresent())
                .orElseThrow(
                        () -> Problems.invalid("registration", "unknown", "The link is not valid"));
    }
}
