package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The memo of an event, as events-service tells it to everybody.
 *
 * @param attachments files that go with it; none where nothing is told of them
 */
record MemoFacts(
        @Nullable Instant publishedAt,
        LocalizedText text,
        List<Section> sections,
        List<Action> actions,
        List<Attachment> attachments) {

    private static final long KILO = 1000;

    /** Takes what is not told for nothing. */
    MemoFacts {
        sections = sections == null ? List.of() : List.copyOf(sections);
        actions = actions == null ? List.of() : List.copyOf(actions);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** A part of it. */
    record Section(LocalizedText title, LocalizedText text) {}

    /**
     * Something that was agreed.
     *
     * @param who an association or a role
     * @param due the day by which it is to be done
     */
    record Action(
            LocalizedText what,
            LocalizedText who,
            @Nullable LocalDate due,
            @Nullable Boolean done) {}

    /** A file that goes with it. */
    record Attachment(String id, String name, @Nullable String mediaType, long bytes) {}

    /**
     * The memo as the page shows it.
     *
     * @param published when it was published
     */
    record View(
            @Nullable String published,
            @Nullable Told text,
            List<Part> sections,
            List<Agreed> actions,
            List<File> attachments) {}

    /** A part of it with its title. */
    record Part(Told title, Told text) {}

    /** Something that was agreed, and by when it is to be done. */
    record Agreed(Told what, Told who, @Nullable String due, boolean done) {}

    /**
     * A file to be saved.
     *
     * @param size how large it is, in units of 1000 bytes
     */
    record File(String href, String name, String size) {}

    /** Asks for the memo of an event; there is none for everybody until it is published. */
    static Question<MemoFacts> of(String municipality, String event) {
        return Question.get(
                Backend.EVENTS,
                MemoFacts.class,
                "/v1/municipalities/{municipality}/events/{id}/memo",
                Map.of("municipality", municipality, "id", event));
    }

    /** The memo, if it was told. */
    static @Nullable View view(Answer<MemoFacts> answer, EventView event, Language language) {
        return answer.found().map(memo -> memo.view(event, language)).orElse(null);
    }

    private View view(EventView event, Language language) {
        return new View(
                publishedAt == null ? null : Formats.day(publishedAt, language),
                LocalizedText.maybe(text, language),
                sections.stream()
                        .map(
                                each ->
                                        new Part(
                                                each.title().told(language),
                                                each.text().told(language)))
                        .toList(),
                actions.stream()
                        .map(
                                each ->
                                        new Agreed(
                                                each.what().told(language),
                                                each.who().told(language),
                                                each.due() == null
                                                        ? null
                                                        : Formats.day(each.due(), language),
                                                Boolean.TRUE.equals(each.done())))
                        .toList(),
                attachments.stream()
                        .map(
                                each ->
                                        new File(
                                                event.href() + "/memo/attachments/" + each.id(),
                                                each.name(),
                                                Formats.number(Math.ceilDiv(each.bytes(), KILO))))
                        .toList());
    }
}
