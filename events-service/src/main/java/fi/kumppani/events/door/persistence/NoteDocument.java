package fi.kumppani.events.door.persistence;

import fi.kumppani.events.door.Category;
import fi.kumppani.events.door.KeptNote;
import fi.kumppani.events.door.Note;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * A note as it is kept, under {@code <event>:<its id>}.
 *
 * @param kind what was noted; absent when only the news came that it was a mistake
 * @param takes the id of the note it takes back
 */
record NoteDocument(
        @Nullable String kind,
        @Nullable Instant at,
        long number,
        @Nullable Integer people,
        @Nullable String category,
        @Nullable String takes,
        boolean takenBack) {

    private static final String CAME = "came";
    private static final String WALKED_IN = "walked-in";
    private static final String TAKEN_BACK = "taken-back";

    static NoteDocument from(KeptNote kept) {
        Note note = kept.note();
        if (note == null) {
            return new NoteDocument(null, null, 0, null, null, null, kept.takenBack());
        }
        return switch (note.what()) {
            case Note.Came(long number, var people, var category) ->
                    new NoteDocument(
                            CAME,
                            note.at(),
                            number,
                            people,
                            category == null ? null : category.name(),
                            null,
                            kept.takenBack());
            case Note.WalkedIn(Category category, int people) ->
                    new NoteDocument(
                            WALKED_IN,
                            note.at(),
                            0,
                            people,
                            category.name(),
                            null,
                            kept.takenBack());
            case Note.TakenBack(String other) ->
                    new NoteDocument(TAKEN_BACK, note.at(), 0, null, null, other, kept.takenBack());
        };
    }

    KeptNote toDomain(String id) {
        return new KeptNote(
                kind == null || at == null ? null : new Note(id, at, what(kind)), takenBack);
    }

    private Note.What what(String word) {
        Category known = category == null ? null : Category.valueOf(category);
        return switch (word) {
            case CAME -> new Note.Came(number, people, known);
            case WALKED_IN ->
                    new Note.WalkedIn(
                            Objects.requireNonNull(known), Objects.requireNonNull(people));
            case TAKEN_BACK -> new Note.TakenBack(Objects.requireNonNull(takes));
            default -> throw new IllegalStateException("No note says " + word);
        };
    }
}
