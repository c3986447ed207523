package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list that people subscribe to.
 *
 * @param id UUIDv7
 * @param name what it is called
 * @param profile what it is about, and for whom
 * @param createdAt when it was made
 * @param looseningAskedBy who asked that issues need no second person any more, as a stable id;
 *     null for nobody
 */
public record NewsletterList(
        String id,
        LocalizedText name,
        Profile profile,
        Instant createdAt,
        @Nullable String looseningAskedBy) {

    /** A list as it is made. */
    public NewsletterList(String id, LocalizedText name, Profile profile, Instant createdAt) {
        this(id, name, profile, createdAt, null);
    }

    /** A list of which nothing but the name is told. */
    public NewsletterList(String id, LocalizedText name, Instant createdAt) {
        this(id, name, Profile.PLAIN, createdAt);
    }

    /**
     * The same with another name and profile. That issues need no second person any more takes two
     * people: until another one asks for the same, they do.
     *
     * @param by who changes it, as a stable id
     */
    NewsletterList with(LocalizedText anotherName, Profile another, String by) {
        boolean loosened = profile.fourEyes() && !another.fourEyes();
        boolean agreed = looseningAskedBy != null && !looseningAskedBy.equals(by);
        return loosened && !agreed
                ? new NewsletterList(
                        id,
                        anotherName,
                        another.withFourEyes(),
                        createdAt,
                        looseningAskedBy == null ? by : looseningAskedBy)
                : new NewsletterList(id, anotherName, another, createdAt, null);
    }

    /**
     * What a list is about, and for whom.
     *
     * @param about what it tells, and how often; null when nothing is said
     * @param topic a code of the municipality, such as {@code liikunta}; null for all topics
     * @param area the part of the municipality it is about, such as Jalasjärvi; null for all of it
     * @param audience for whom it is meant
     * @param languages the languages it comes in, at least one
     * @param welcome what a new reader is told; null for no welcome letter
     * @param fourEyes whether somebody else than its writer must approve each issue
     * @param open whether one can subscribe to it; its readers keep getting it when not
     * @param areas the areas its readers can choose among, each code once; empty when they are not
     *     asked
     * @param sendsLatest whether who joins gets the latest issue along with the welcome letter
     * @param announcesCalls whether each call for grants of its topic and area is told at once, in
     *     an issue that nobody has to write
     */
    public record Profile(
            @Nullable LocalizedText about,
            @Nullable String topic,
            @Nullable LocalizedText area,
            Audience audience,
            Set<Language> languages,
            @Nullable LocalizedText welcome,
            boolean fourEyes,
            boolean open,
            List<Area> areas,
            boolean sendsLatest,
            boolean announcesCalls) {

        /** Nothing is told, and all is open. */
        public static final Profile PLAIN =
                new Profile(
                        null,
                        null,
                        null,
                        Audience.EVERYBODY,
                        EnumSet.allOf(Language.class),
                        null,
                        false,
                        true,
                        List.of(),
                        false,
                        false);

        /**
         * @throws IllegalArgumentException when it comes in no language
         */
        public Profile {
            if (languages.isEmpty()) {
                throw new IllegalArgumentException("A list comes in at least one language");
            }
            languages = Set.copyOf(languages);
            areas = List.copyOf(areas);
        }

        /** The same, with issues that somebody else must approve. */
        Profile withFourEyes() {
            return new Profile(
                    about,
                    topic,
                    area,
                    audience,
                    languages,
                    welcome,
                    true,
                    open,
                    areas,
                    sendsLatest,
                    announcesCalls);
        }

        /** The same, with other things that happen by themselves. */
        public Profile byItself(boolean sends, boolean announces) {
            return new Profile(
                    about, topic, area, audience, languages, welcome, fourEyes, open, areas, sends,
                    announces);
        }

        /** Whether who joins is sent a welcome letter. */
        public boolean isWelcoming() {
            return welcome != null || sendsLatest;
        }

        /** Those of the areas that its readers can choose. */
        public Set<String> known(Collection<String> codes) {
            return areas.stream()
                    .map(Area::code)
                    .filter(codes::contains)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
