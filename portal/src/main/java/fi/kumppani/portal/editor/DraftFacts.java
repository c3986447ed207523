package fi.kumppani.portal.editor;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An issue as newsletter-service tells it to those who write it.
 *
 * @param number its number within the year
 * @param title its title, and the subject of the letter
 * @param items from top to bottom
 * @param segment whom of the list's readers it is meant for
 * @param state {@code draft}, {@code scheduled}, {@code freezing}, {@code frozen}, {@code sending},
 *     {@code paused}, {@code sent} or {@code cancelled}
 * @param approved whether somebody else than its writer said that it may go out
 * @param own whether it was whoever asks that wrote it last
 * @param sendAt when it is to be sent; absent unless it is scheduled
 * @param sentAt when sending began; absent before
 */
record DraftFacts(
        String id,
        String listId,
        int number,
        int year,
        LocalizedText title,
        List<Item> items,
        Segment segment,
        String state,
        boolean approved,
        boolean own,
        @Nullable Instant sendAt,
        @Nullable Instant sentAt) {

    static final String PATH = "/v1/municipalities/{municipality}/issue-drafts/{id}";

    private static final String LIST = "/v1/municipalities/{municipality}/lists/{list}";
    private static final ParameterizedTypeReference<Listing<DraftFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    DraftFacts {
        items = items == null ? List.of() : List.copyOf(items);
        segment = segment == null ? Segment.EVERYBODY : segment;
    }

    /**
     * A part of an issue.
     *
     * @param text plain text; an empty line begins another paragraph
     * @param link where there is more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            LocalizedText title,
            LocalizedText text,
            @Nullable String link,
            @Nullable Picture picture,
            @Nullable Contact contact) {}

    /**
     * A picture, loaded from where it is.
     *
     * @param alt what it shows
     */
    record Picture(String address, LocalizedText alt) {}

    /** A role that answers questions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(LocalizedText role, @Nullable String email, @Nullable String phone) {}

    /**
     * Whom an issue is meant for; what is empty leaves nobody out.
     *
     * @param languages codes of the languages they read
     * @param areas codes of the areas they want to hear of
     * @param associationClasses purpose classes of the association they read for, 1 to 9
     * @param topics codes of topics of lists, one of which they read
     */
    record Segment(
            List<String> languages,
            List<String> areas,
            List<Integer> associationClasses,
            List<String> topics) {

        static final Segment EVERYBODY = new Segment(List.of(), List.of(), List.of(), List.of());

        Segment {
            languages = languages == null ? List.of() : List.copyOf(languages);
            areas = areas == null ? List.of() : List.copyOf(areas);
            associationClasses =
                    associationClasses == null ? List.of() : List.copyOf(associationClasses);
            topics = topics == null ? List.of() : List.copyOf(topics);
        }
    }

    /** What an issue is to say, and to whom. */
    record Words(int number, int year, LocalizedText title, List<Item> items, Segment segment) {

        Words {
            items = List.copyOf(items);
        }
    }

    /** What newsletter-service proposes for the next issue of a list. */
    record Proposal(int number, int year, LocalizedText title, List<Item> items) {

        Proposal {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** What was begun. */
    record Begun(String id) {}

    /** Whether it may still be written. */
    boolean isDraft() {
        return state.equals("draft");
    }

    /** Whether it waits for its time. */
    boolean isScheduled() {
        return state.equals("scheduled");
    }

    /** Its number as people say it, such as 2/2026. */
    String label() {
        return number + "/" + year;
    }

    /** The same words for others. */
    Words meantFor(Segment others) {
        return new Words(number, year, title, items, others);
    }

    /** The variables of {@link #PATH}. */
    static Map<String, String> at(String municipality, String id) {
        return Map.of("municipality", municipality, "id", id);
    }

    static Question<DraftFacts> one(String municipality, String id) {
        return Question.get(Backend.NEWSLETTER, DraftFacts.class, PATH, at(municipality, id));
    }

    /**
     * Asks for those that were not sent, in the order they were made.
     *
     * @param cursor where the page begins; empty for the first
     */
    static Question<Listing<DraftFacts>> unsent(String municipality, int most, String cursor) {
        return Question.list(
                Backend.NEWSLETTER,
                LISTING,
                "/v1/municipalities/{municipality}/issue-drafts?sent=false&limit={limit}"
                        + (cursor.isEmpty() ? "" : "&cursor={cursor}"),
                Map.of("municipality", municipality, "limit", most, "cursor", cursor));
    }

    /** Writes it anew, as of the version that was seen. */
    static Question<DraftFacts> write(String municipality, String id, Words words, String seen) {
        return Question.put(Backend.NEWSLETTER, DraftFacts.class, PATH, at(municipality, id), words)
                .with("If-Match", seen);
    }

    static Question<Proposal> proposal(String municipality, String list) {
        return Question.get(
                Backend.NEWSLETTER,
                Proposal.class,
                LIST + "/issue-proposal",
                Map.of("municipality", municipality, "list", list));
    }

    /**
     * Begins a draft.
     *
     * @param key what makes the form sent twice one act
     */
    static Question<Begun> begin(String municipality, String list, Words words, String key) {
        return Question.post(
                        Backend.NEWSLETTER,
                        Begun.class,
                        LIST + "/issue-drafts",
                        Map.of("municipality", municipality, "list", list),
                        words)
                .with("Idempotency-Key", key);
    }
}
