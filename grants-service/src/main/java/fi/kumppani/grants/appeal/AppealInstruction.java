package fi.kumppani.grants.appeal;

import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * An instruction on how to claim a revised decision, in one language. It names the body, who may
 * claim, the time and how it is reckoned, what a claim must tell and where it goes (kuntalaki
 * 410/2015, 134–139 §; laki 150/1930, 2 § and 5 §).
 *
 * @param title its heading
 * @param sections what it says, in order
 */
public record AppealInstruction(String title, List<Section> sections) {

    /**
     * A part of it.
     *
     * @param heading what it is about
     * @param text one paragraph
     */
    public record Section(String heading, String text) {}

    private static final List<String> SECTIONS =
            List.of("claim", "body", "who", "time", "known", "last-day", "content", "delivery");

    private static final List<String> COURT_SECTIONS =
            List.of("appeal", "court", "who", "grounds", "time", "last-day", "content", "delivery");

    /**
     * The instruction that goes with a decision. What was decided on a claim for a revised decision
     * is appealed to a court (kuntalaki 410/2015, 135 §), all else is claimed against (134 §).
     */
    public static AppealInstruction of(Edition edition, Decision decision, Language language) {
        return decision.cause() == RevisionCause.CLAIM
                ? toCourt(edition, language)
                : of(edition, decision.request().maker(), language);
    }

    /** The instruction for first decisions of this maker. */
    public static AppealInstruction of(Edition edition, DecisionMaker maker, Language language) {
        ResourceBundle words = words("wording-" + edition.wording(), language);
        Edition.Office office = edition.office();
        return filled(
                words,
                SECTIONS,
                language,
                body(edition, maker, language, words),
                in(office.name(), language),
                office.address(),
                office.email(),
                phone(office.phone(), words),
                in(office.openingHours(), language));
    }

    /**
     * The instruction on how to appeal to a court against what was decided on a claim for a revised
     * decision (kuntalaki 410/2015, 135–139 §; laki oikeudenkäynnistä hallintoasioissa 808/2019, 15
     * §).
     */
    public static AppealInstruction toCourt(Edition edition, Language language) {
        ResourceBundle words = words("court-1", language);
        LocalizedText court = edition.court();
        return filled(
                words,
                COURT_SECTIONS,
                language,
                court == null ? words.getString("own-court") : in(court, language));
    }

    private static ResourceBundle words(String name, Language language) {
        return ResourceBundle.getBundle(
                "fi.kumppani.grants.appeal." + name,
                Locale.of(language.code()),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static AppealInstruction filled(
            ResourceBundle words, List<String> sections, Language language, Object... arguments) {
        Locale locale = Locale.of(language.code());
        return new AppealInstruction(
                words.getString("title"),
                sections.stream()
                        .map(
                                key ->
                                        new Section(
                                                words.getString(key + ".heading"),
                                                new MessageFormat(
                                                                words.getString(key + ".text"),
                                                                locale)
                                                        .format(arguments)))
                        .toList());
    }

    private static String body(
            Edition edition, DecisionMaker maker, Language language, ResourceBundle words) {
        return switch (maker.kind()) {
            case OFFICIAL -> in(edition.boardAbove(), language);
            case BOARD -> maker.title() == null ? words.getString("same-board") : maker.title();
        };
    }

    private static String phone(@Nullable String number, ResourceBundle words) {
        return number == null ? "" : MessageFormat.format(words.getString("phone"), number);
    }

    private static String in(LocalizedText text, Language language) {
        return text.in(language).text();
    }
}
