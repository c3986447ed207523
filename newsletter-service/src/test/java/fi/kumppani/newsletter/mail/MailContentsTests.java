package fi.kumppani.newsletter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
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

    private final MailContents contents = new MailContents();

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

    private String text(MailKind kind, Language language, Facts facts) {
        return Layout.text(contents.of(kind, recipient(language, facts), Letters.sender()));
    }

    private static Recipient recipient(Language language, Facts facts) {
        return new Recipient(
                new EmailAddress("reader@example.org"),
                language,
                Map.of("view", URI.create("https://kumppani.example.org/m/743")),
                facts);
    }
}
