package fi.kumppani.newsletter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Layout;
import fi.kumppani.newsletter.letter.Letters;
import fi.kumppani.newsletter.letter.Phrases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.util.Map;

class MailContentsTests {

    private final MailTemplates templates = new MailTemplatesInMemory();
    private final MailContents contents = new MailContents(templates);

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void saysEveryMailInEveryLanguageWithATitleAndWithout(MailKind kind) {
        for (Language language : Language.values()) {
            for (Facts facts :
                    new Facts[] {Facts.NONE, new Facts(Map.of("title", "{0} & <Ilta>"))}) {
                Content content = contents.of(kind, recipient(language, facts), Letters.sender());

                assertThat(content.subject()).isNotBlank();
                assertThat(Layout.text(content)).contains("Seinäjoki").doesNotContain("{1}");
                assertThat(Layout.html(content)).doesNotContain("<Ilta>");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void knowsTheSamePhrasesInEveryLanguage(Language language) {
        assertThat(Phrases.in(language).keys()).isEqualTo(Phrases.in(Language.FI).keys());
    }

    @Test
    void tellsHowAnEventStandsAndWhy() {
        Facts cancelled =
                new Facts(
                        Map.of(
                                "eventStatus",
                                "cancelled",
                                "reason",
                                Map.of("fi", "Sali on suljettu", "sv", "Salen är stängd")));

        assertThat(text(MailKind.EVENT_CANCELLED, Language.SV, cancelled))
                .contains("Läge: Evenemanget är inställt")
                .contains("Orsak: Salen är stängd");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhatOneFollowsAndLeadsToLeavingIt(Language language) {
        Facts series = new Facts(Map.of("title", "Seurafoorumi"));
        Content content =
                contents.of(
                        MailKind.SERIES_JOINED,
                        new Recipient(
                                new EmailAddress("maija@example.org"),
                                language,
                                Map.of("manage", URI.create("https://example.org/leave")),
                                series,
                                null),
                        Letters.sender());

        assertThat(content.subject()).contains("Seurafoorumi");
        assertThat(Layout.text(content))
                .contains("Seurafoorumi")
                .contains("https://example.org/leave")
                .contains(Phrases.in(language).say("mail.series-joined.link.manage"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void leadsWhoIsInvitedToWhatTheyAreInvitedTo(Language language) {
        Facts invitation =
                new Facts(
                        Map.of(
                                "title",
                                Map.of("fi", "Kylät ry", "sv", "Byarna rf"),
                                "answerBy",
                                "2026-12-06"));

        Content content =
                contents.of(
                        MailKind.ASSOCIATION_INVITATION,
                        new Recipient(
                                new EmailAddress("maija@example.org"),
                                language,
                                Map.of("view", URI.create("https://example.org/invited")),
                                invitation,
                                null),
                        Letters.sender());

        assertThat(content.subject()).contains(language == Language.SV ? "Byarna" : "Kylät");
        assertThat(Layout.text(content))
                .contains("https://example.org/invited", "6", "2026")
                .contains(Phrases.in(language).say("mail.association-invitation.note"));
    }

    @Test
    void tellsTheNewTimeAndTheOneBefore() {
        Facts moved =
                new Facts(
                        Map.of(
                                "startsAt",
                                "2026-12-15T15:00:00Z",
                                "previousStartsAt",
                                "2026-12-08T15:00:00Z",
                                "onlineAddress",
                                "https://join.example.org/a"));

        assertThat(text(MailKind.EVENT_CHANGED, Language.FI, moved))
                .contains("Aika: tiistaina 15.12.2026 klo 17.00")
                .contains("Aiempi aika: tiistaina 8.12.2026 klo 17.00")
                .contains("Verkko-osoite: https://join.example.org/a");
    }

    @Test
    void saysWhatTheMunicipalityWroteInTheReadersLanguage() {
        write(
                new MailTemplate(
                        LocalizedText.finnish("Nähdään: {title}"),
                        LocalizedText.finnish("{sender} odottaa teitä, {venue}, {startsAt}."),
                        LocalizedText.finnish("Pysäköinti torilla.")));
        Facts evening =
                new Facts(
                        Map.of(
                                "title",
                                "{venue} & <Ilta> $1",
                                "venue",
                                "Sali {title}",
                                "startsAt",
                                "2026-12-15T15:00:00Z"));

        Content finnish = content(Language.FI, evening);
        assertThat(finnish.subject()).isEqualTo("Nähdään: {venue} & <Ilta> $1");
        assertThat(Layout.text(finnish))
                .contains("Seinäjoki odottaa teitä, Sali {title}, tiistaina 15.12.2026 klo 17.00.")
                .contains("Pysäköinti torilla.");
        assertThat(Layout.html(finnish)).doesNotContain("<Ilta>");

        Content swedish = content(Language.SV, evening);
        assertThat(swedish.subject())
                .isEqualTo(
                        Phrases.in(Language.SV)
                                .say("mail.registration-confirmed.subject", "{venue} & <Ilta> $1"));
        assertThat(Layout.text(swedish)).doesNotContain("Pysäköinti");
    }

    @Test
    void leavesNoGapWhereAFactOfItsOwnWordsIsAbsent() {
        write(
                new MailTemplate(
                        null,
                        LocalizedText.finnish("Tervetuloa saliin {room}!"),
                        LocalizedText.finnish("Paikkoja: {seats}.")));

        Content content = content(Language.FI, new Facts(Map.of("title", "Ilta", "seats", 2)));

        assertThat(Layout.text(content))
                .doesNotContain("saliin")
                .contains(Phrases.in(Language.FI).say("mail.registration-confirmed.lead", "Ilta"))
                .contains("Paikkoja: 2.");
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void offersVariablesThatAreFactsOfMails(MailKind kind) {
        assertThat(MailVariables.of(kind))
                .doesNotHaveDuplicates()
                .contains("title", "sender")
                .filteredOn(name -> !name.equals("title") && !name.equals("sender"))
                .allSatisfy(
                        name ->
                                assertThat(Phrases.in(Language.FI).has("fact." + name))
                                        .as(name)
                                        .isTrue());
    }

    private void write(MailTemplate template) {
        var _ = templates.write(MailKind.REGISTRATION_CONFIRMED, 0, template);
    }

    private Content content(Language language, Facts facts) {
        return contents.of(
                MailKind.REGISTRATION_CONFIRMED, recipient(language, facts), Letters.sender());
    }

    private String text(MailKind kind, Language language, Facts facts) {
        return Layout.text(contents.of(kind, recipient(language, facts), Letters.sender()));
    }

    static Recipient recipient(Language language, Facts facts) {
        return new Recipient(
                new EmailAddress("reader@example.org"),
                language,
                Map.of("view", URI.create("https://kumppani.example.org/m/743")),
                facts);
    }
}
