package fi.kumppani.portal.editor;

import fi.kumppani.portal.editor.DraftFacts.Segment;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fields that say whom of a list's readers an issue is meant for. */
final class SegmentForm {

    static final String LANGUAGES = "segment.languages";
    static final String AREAS = "segment.areas";
    static final String CLASSES = "segment.associationClasses";
    static final String TOPICS = "segment.topics";
    static final List<String> FIELDS = List.of(LANGUAGES, AREAS, CLASSES, TOPICS);

    private static final int CLASSES_THERE_ARE = 9;

    private SegmentForm() {}

    /** Something that can be chosen. */
    record Choice(String id, Told label) {}

    /**
     * What can be chosen.
     *
     * @param languages those the list comes in
     * @param areas those its readers can choose, and those that somebody chose before
     * @param classes purpose classes of associations
     * @param topics those of the municipality's lists, and those that somebody chose before
     */
    record Choices(
            List<Choice> languages, List<Choice> areas, List<Choice> classes, List<Choice> topics) {

        static Choices of(
                ListFacts list,
                List<String> topics,
                Segment chosen,
                Language reader,
                MessageSource texts) {
            return new Choices(
                    list.languages().stream()
                            .map(code -> choice(code, "language." + code, reader, texts))
                            .toList(),
                    Stream.concat(
                                    list.areas().stream()
                                            .map(
                                                    area ->
                                                            new Choice(
                                                                    area.code(),
                                                                    area.name().told(reader))),
                                    chosen.areas().stream()
                                            .filter(
                                                    code ->
                                                            list.areas().stream()
                                                                    .noneMatch(
                                                                            area ->
                                                                                    area.code()
                                                                                            .equals(
                                                                                                    code)))
                                            .map(code -> new Choice(code, new Told(code, "fi"))))
                            .toList(),
                    IntStream.rangeClosed(1, CLASSES_THERE_ARE)
                            .mapToObj(Integer::toString)
                            .map(code -> choice(code, "association.purpose." + code, reader, texts))
                            .toList(),
                    Stream.concat(topics.stream(), chosen.topics().stream())
                            .distinct()
                            .map(code -> new Choice(code, new Told(code, "fi")))
                            .toList());
        }

        private static Choice choice(String id, String key, Language reader, MessageSource texts) {
            return new Choice(
                    id, new Told(texts.getMessage(key, null, reader.locale()), reader.code()));
        }

        /** What a choice is called. */
        String words(String field, String id) {
            List<Choice> choices =
                    switch (field) {
                        case LANGUAGES -> languages;
                        case AREAS -> areas;
                        case TOPICS -> topics;
                        default -> classes;
                    };
            return choices.stream()
                    .filter(choice -> choice.id().equals(id))
                    .map(choice -> choice.label().text())
                    .findFirst()
                    .orElse(id);
        }
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        FIELDS.forEach(field -> form.putAll(field, sent.getOrDefault(field, List.of())));
    }

    /** Fills in what is kept. */
    static void fill(FilledForm form, Segment segment) {
        form.putAll(LANGUAGES, segment.languages());
        form.putAll(AREAS, segment.areas());
        form.putAll(
                CLASSES,
                segment.associationClasses().stream().map(each -> Integer.toString(each)).toList());
        form.putAll(TOPICS, segment.topics());
    }

    /** What the form says; what nobody can choose is left out. */
    static Segment read(FilledForm form, Choices choices) {
        return new Segment(
                chosen(form, LANGUAGES, choices.languages()),
                chosen(form, AREAS, choices.areas()),
                chosen(form, CLASSES, choices.classes()).stream().map(Integer::valueOf).toList(),
                chosen(form, TOPICS, choices.topics()));
    }

    private static List<String> chosen(FilledForm form, String field, List<Choice> choices) {
        return choices.stream().map(Choice::id).filter(id -> form.has(field, id)).toList();
    }
}
