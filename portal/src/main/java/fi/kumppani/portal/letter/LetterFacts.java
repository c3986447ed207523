package fi.kumppani.portal.letter;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A sent issue of a newsletter, as newsletter-service tells it.
 *
 * @param id its id
 * @param label its number within the year, such as 2/2024
 * @param title its title
 * @param sentAt when it was sent
 * @param items what it says, from top to bottom; absent in lists
 */
public record LetterFacts(
        String id, String label, LocalizedText title, Instant sentAt, @Nullable List<Item> items) {

    private static final String ALL = "/v1/municipalities/{municipality}/issues";

    private static final ParameterizedTypeReference<Listing<LetterFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /**
     * A part of a letter.
     *
     * @param title its title
     * @param text what it says
     * @param link where to read more
     * @param picture what is shown below the title
     * @param contact who answers questions
     */
    public record Item(
            LocalizedText title,
            LocalizedText text,
            @Nullable URI link,
            @Nullable Picture picture,
            @Nullable Contact contact) {}

    /** A picture, loaded from where it is. */
    public record Picture(URI address, LocalizedText alt) {}

    /** A role that answers questions. */
    public record Contact(LocalizedText role, @Nullable String email, @Nullable String phone) {}

    /** Asks for the letters of a municipality, the latest first. */
    public static Question<Listing<LetterFacts>> latest(String municipality, int most) {
        return found(municipality, "", "", most);
    }

    /**
     * Asks for the letters of a municipality in which something is said, the latest first.
     *
     * @param query words that all must be there; empty for all letters
     * @param from where a page before this one ended; empty for the first
     */
    static Question<Listing<LetterFacts>> found(
            String municipality, String query, String from, int most) {
        return Question.page(
                Backend.NEWSLETTER,
                LISTING,
                ALL + (query.isBlank() ? "" : "?q={query}"),
                Map.of("municipality", municipality, "query", query),
                from,
                most);
    }

    /** Asks for one letter. */
    static Question<LetterFacts> one(String municipality, String id) {
        return Question.get(
                Backend.NEWSLETTER,
                LetterFacts.class,
                ALL + "/{id}",
                Map.of("municipality", municipality, "id", id));
    }
}
