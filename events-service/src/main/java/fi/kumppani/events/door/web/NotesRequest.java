package fi.kumppani.events.door.web;

import fi.kumppani.events.door.Category;
import fi.kumppani.events.door.Note;
import fi.kumppani.events.door.NoteAtDoor.Sent;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Notes of a device, at most 100.
 *
 * @param device what the device calls itself; nothing about who holds it
 */
record NotesRequest(
        @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String device,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid NoteBody> notes) {

    /**
     * A note: one of {@code ticket}, {@code number} and {@code takesBack} says what it is about;
     * with none of them it counts people who are not registered, of a category.
     *
     * @param id made by the device; a note sent again is known by it
     * @param at when it was noted, by the clock of the device
     * @param ticket what was scanned
     * @param number of the registration
     * @param people how many of a party have come by now, all when absent; how many are counted, 1
     *     when absent
     * @param category {@code association}, {@code elected}, {@code staff}, {@code resident} or
     *     {@code other}
     * @param takesBack the id of a note that was a mistake
     */
    record NoteBody(
            @NotNull @Pattern(regexp = "[A-Za-z0-9-]{8,64}") String id,
            @NotNull Instant at,
            @Nullable @Size(max = 512) String ticket,
            @Nullable @Min(1) Long number,
            @Nullable @Min(1) @Max(1000) Integer people,
            @Nullable String category,
            @Nullable @Size(max = 64) String takesBack) {

        private Sent read(String field, FieldErrors errors) {
            long said = Stream.of(opt(ticket), opt(number), opt(takesBack)).filter(b -> b).count();
            if (said > 1) {
                errors.add(field, "ambiguous", "Only one of ticket, number and takesBack");
            }
            Category known = Categories.read(category, field + ".category", errors);
            return new Sent(
                    ticket, new Note(id, at.truncatedTo(ChronoUnit.MILLIS), what(known, said)));
        }

        private Note.What what(@Nullable Category known, long said) {
            if (takesBack != null) {
                return new Note.TakenBack(takesBack);
            }
            return said > 0
                    ? new Note.Came(number == null ? 0 : number, people, known)
                    : new Note.WalkedIn(
                            known == null ? Category.OTHER : known, people == null ? 1 : people);
        }

        private static boolean opt(@Nullable Object given) {
            return given != null;
        }
    }

    /** Reads categories. */
    static final class Categories {

        private Categories() {}

        static @Nullable Category read(@Nullable String code, String field, FieldErrors errors) {
            if (code == null) {
                return null;
            }
            return WireCodes.read(Category.class, code)
                    .orElseGet(
                            () -> {
                                errors.add(
                                        field,
                                        "unknown",
                                        "One of " + WireCodes.all(Category.class));
                                return Category.OTHER;
                            });
        }
    }

    /**
     * The notes.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    List<Sent> read() {
        FieldErrors errors = new FieldErrors();
        List<Sent> sent = new ArrayList<>();
        for (int index = 0; index < notes.size(); index++) {
            sent.add(notes.get(index).read("notes[" + index + "]", errors));
        }
        errors.throwIfAny();
        return sent;
    }
}
