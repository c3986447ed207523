package fi.kumppani.portal.letter;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the owner of a mailbox has chosen, as newsletter-service tells it.
 *
 * @param email absent when nothing is subscribed to
 * @param language of all letters; absent when nothing is subscribed to
 * @param pausedUntil the day from which on letters come again; absent when they come
 * @param areas those one can choose from; absent or empty when one is not asked
 * @param lists those one can choose from
 * @param consent what one agrees to by joining
 */
record Preferences(
        @Nullable String email,
        @Nullable String language,
        @Nullable LocalDate pausedUntil,
        @Nullable List<AreaChoice> areas,
        List<Choice> lists,
        Consent consent) {

    static final String PATH = "/v1/municipalities/{municipality}/subscription-preferences";

    /** The header that carries what a link in a mail allows. */
    static final String TOKEN = "X-Link-Token";

    /** Copies the lists. */
    Preferences {
        lists = List.copyOf(lists);
    }

    /**
     * A list to choose.
     *
     * @param about what it tells; absent when nothing is said
     * @param joined whether it comes
     */
    record Choice(String id, LocalizedText name, @Nullable LocalizedText about, boolean joined) {}

    /**
     * An area to choose.
     *
     * @param chosen whether they want to hear of it; of all when none is
     */
    record AreaChoice(String code, LocalizedText name, boolean chosen) {}

    /**
     * What one agrees to.
     *
     * @param version which text it is
     */
    record Consent(String version, MailingList.Text text) {}

    /** What is wanted. */
    record Wanted(
            String language,
            @Nullable LocalDate pausedUntil,
            List<String> areas,
            List<String> joined,
            List<String> offered,
            Shown consent) {}

    /** What was shown before they agreed. */
    record Shown(String version, String lang, String source) {}

    static Question<Preferences> behind(String token, String municipality) {
        return Question.get(
                        Backend.NEWSLETTER,
                        Preferences.class,
                        PATH,
                        Map.of("municipality", municipality))
                .with(TOKEN, token);
    }

    static Question<Preferences> wanting(String token, String municipality, Wanted wanted) {
        return Question.put(
                        Backend.NEWSLETTER,
                        Preferences.class,
                        PATH,
                        Map.of("municipality", municipality),
                        wanted)
                .with(TOKEN, token);
    }

    static Question<Preferences> leavingAll(String token, String municipality) {
        return Question.post(
                        Backend.NEWSLETTER,
                        Preferences.class,
                        PATH + "/departure",
                        Map.of("municipality", municipality),
                        Map.of())
                .with(TOKEN, token);
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "Preferences[]";
    }
}
