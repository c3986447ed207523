package fi.kumppani.portal.organiser;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The memo of an event as events-service tells it to those who write it.
 *
 * @param status {@code draft}, or that everybody may read it
 * @param attachments the files that go with it
 */
record MemoFacts(
        String status,
        @Nullable Instant publishedAt,
        @Nullable LocalizedText text,
        List<Section> sections,
        List<Action> actions,
        List<Attachment> attachments) {

    static final String PATH = WholeEvent.ONE + "/memo";

    /** What is there before the first words. */
    static final MemoFacts NONE =
            new MemoFacts("draft", null, null, List.of(), List.of(), List.of());

    /** What whoever writes the first words has seen. */
    static final String FIRST = "\"0\"";

    /** Takes what is not told for nothing. */
    MemoFacts {
        sections = sections == null ? List.of() : List.copyOf(sections);
        actions = actions == null ? List.of() : List.copyOf(actions);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /**
     * A part of it.
     *
     * @param group the workshop group that said it; absent for all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Section(LocalizedText title, @Nullable String group, LocalizedText text) {}

    /**
     * Something that was agreed.
     *
     * @param id absent when it is new
     * @param who an association or a role
     * @param due the day by which it is to be done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(
            @Nullable String id,
            LocalizedText what,
            LocalizedText who,
            @Nullable String associationId,
            @Nullable LocalDate due,
            @Nullable Boolean done) {}

    /** A file that goes with it. */
    record Attachment(String id, String name, int bytes) {}

    /** What is to be written. */
    record Written(LocalizedText text, List<Section> sections, List<Action> actions) {}

    /** Asks for it. */
    static Question<MemoFacts> of(String code, String event) {
        return Question.get(Backend.EVENTS, MemoFacts.class, PATH, WholeEvent.at(code, event));
    }

    /** Writes it anew. */
    static Question<MemoFacts> write(String code, String event, Written written, String seen) {
        return Question.put(
                        Backend.EVENTS, MemoFacts.class, PATH, WholeEvent.at(code, event), written)
                .with("If-Match", seen);
    }

    /** Lets everybody read it. */
    static Question<MemoFacts> publish(String code, String event, String seen) {
        return Question.put(
                        Backend.EVENTS,
                        MemoFacts.class,
                        PATH + "/publication",
                        WholeEvent.at(code, event),
                        Map.of())
                .with("If-Match", seen);
    }

    /** Notes that something is done, or open again. */
    static Question<MemoFacts> follow(
            String code, String event, String action, boolean done, String seen) {
        Map<String, String> at = new HashMap<>(WholeEvent.at(code, event));
        at.put("action", action);
        return Question.put(
                        Backend.EVENTS,
                        MemoFacts.class,
                        PATH + "/actions/{action}/progress",
                        at,
                        Map.of("done", done))
                .with("If-Match", seen);
    }

    /** Takes a file away. */
    static Question<Done> detach(String code, String event, String file) {
        Map<String, String> at = new HashMap<>(WholeEvent.at(code, event));
        at.put("file", file);
        return Question.delete(Backend.EVENTS, PATH + "/attachments/{file}", at);
    }

    /** Whether this was agreed. */
    boolean agreesOn(String action) {
        return actions.stream().anyMatch(each -> action.equals(each.id()));
    }

    /** Whether everybody may read it. */
    boolean isPublished() {
        return status.equals("published");
    }
}
