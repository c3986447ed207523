package fi.kumppani.portal.mailinglist;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A list as newsletter-service tells of it; what is told of one list only is null in lists of
 * lists.
 *
 * @param about what it tells, and how often
 * @param topic a code of the municipality; null for all topics
 * @param area the part of the municipality it is about; null for all of it
 * @param audience for whom it is meant, such as {@code everybody}
 * @param languages codes of the languages it comes in
 * @param open whether one can subscribe to it
 * @param areas the areas its readers can choose among; empty when they are not asked
 * @param welcome what a new reader is told; null when no welcome letter is sent
 * @param fourEyes whether somebody else than its writer must approve each issue
 * @param fourEyesEndAsked whether somebody asked that this should end, which takes a second person
 * @param sendsLatest whether who joins gets the latest issue at once
 * @param announcesCalls whether each call for grants is told at once
 */
record MailingList(
        String id,
        LocalizedText name,
        @Nullable LocalizedText about,
        @Nullable String topic,
        @Nullable LocalizedText area,
        String audience,
        List<String> languages,
        boolean open,
        List<Area> areas,
        @Nullable LocalizedText welcome,
        @Nullable Boolean fourEyes,
        @Nullable Boolean fourEyesEndAsked,
        @Nullable Boolean sendsLatest,
        @Nullable Boolean announcesCalls) {

    private static final ParameterizedTypeReference<Listing<MailingList>> LISTING =
            new ParameterizedTypeReference<>() {};

    private static final String ALL = "/v1/municipalities/{municipality}/lists";
    private static final String ONE = ALL + "/{id}";

    MailingList {
        languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
        areas = List.copyOf(Objects.requireNonNullElse(areas, List.of()));
    }

    /** A part of the municipality that readers can choose. */
    record Area(String code, LocalizedText name) {}

    /** What was made. */
    record Made(String id) {}

    static Question<Listing<MailingList>> all(String municipality) {
        return Question.list(
                Backend.NEWSLETTER, LISTING, ALL, Map.of("municipality", municipality));
    }

    static Question<MailingList> one(String municipality, String id) {
        return Question.get(
                Backend.NEWSLETTER,
                MailingList.class,
                ONE,
                Map.of("municipality", municipality, "id", id));
    }

    /**
     * Creates a list.
     *
     * @param key what makes the same request sent twice one list
     */
    static Question<Made> create(String municipality, Map<String, Object> profile, String key) {
        return Question.post(
                        Backend.NEWSLETTER,
                        Made.class,
                        ALL,
                        Map.of("municipality", municipality),
                        profile)
                .with("Idempotency-Key", key);
    }

    /** Tells something else about a list, by whoever has seen this version. */
    static Question<MailingList> change(
            String municipality, String id, Map<String, Object> profile, String seen) {
        return Question.put(
                        Backend.NEWSLETTER,
                        MailingList.class,
                        ONE,
                        Map.of("municipality", municipality, "id", id),
                        profile)
                .with("If-Match", seen);
    }
}
