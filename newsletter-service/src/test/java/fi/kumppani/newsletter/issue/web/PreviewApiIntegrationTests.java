package fi.kumppani.newsletter.issue.web;

import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.newAddress;
import static fi.kumppani.newsletter.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Collections;

/** An issue before readers get it. */
@NewsletterServiceTest
class PreviewApiIntegrationTests {

    private static final String DRAFTS = HOME + "/issue-drafts/";
    private static final String RICH =
            """
            {"number": 1, "year": 2026, "title": {"fi": "Kirje", "sv": "Brev", "en": "Letter"},
             "items": [{"title": {"fi": "Talkoot", "sv": "Talko", "en": "Bee"},
                        "text": {"fi": "Tule <b>mukaan</b>!", "sv": "Kom med!", "en": "Join us!"},
                        "link": "https://www.example.org/talkoot",
                        "picture": {"address": "https://www.example.org/kuva.jpg",
                                    "alt": {"fi": "Väkeä \\"pihalla\\"", "sv": "Folk", "en": "People"}},
                        "contact": {"role": {"fi": "Järjestökoordinaattori", "sv": "Koordinator", "en": "Coordinator"},
                                    "email": "jarjestot@example.org", "phone": "06 123 4567"}}]}
            """;

    @Autowired Api api;

    @Test
    void showsEachReaderTheirLanguageWithPictureAndContact() {
        String id = draft(RICH);

        Api.Answer finnish = preview(id, "fi");
        Api.Answer swedish = preview(id, "sv");

        assertThat(finnish.text("/html"))
                .contains("src=\"https://www.example.org/kuva.jpg\"")
                .contains("alt=\"Väkeä &quot;pihalla&quot;\"")
                .contains("Tule &lt;b&gt;mukaan&lt;/b&gt;!")
                .contains("Lue lisää: Talkoot");
        assertThat(finnish.text("/text"))
                .contains("[Väkeä \"pihalla\"]")
                .contains(
                        "Lisätietoja: Järjestökoordinaattori, jarjestot@example.org, 06 123 4567");
        assertThat(swedish.text("/subject")).isEqualTo("Brev");
        assertThat(swedish.text("/html")).contains("lang=\"sv\"").contains("Kom med!");
        assertThat(checks(id).json().at("/findings")).isEmpty();
        assertThat(api.get(DRAFTS + id).by(coordinator()).send().text("/items/0/contact/phone"))
                .isEqualTo("06 123 4567");
    }

    @Test
    void sendsATestLetterToWhoWritesIt() {
        String id = draft(RICH);
        String email = newAddress();

        api.post(DRAFTS + id + "/test-letters")
                .by(coordinator())
                .body("{\"email\": \"%s\", \"language\": \"en\"}".formatted(email))
                .send()
                .is(202);

        var letter = api.letters(email, 1).getFirst();
        assertThat(Api.header(letter, "Subject")).isEqualTo("Test: Letter");
        assertThat(api.content("issues") + api.content("mails")).doesNotContain(email);
    }

    @Test
    void warnsOfWhatReadersWouldMissAndKeepsBackWhatIsBroken() {
        String id =
                draft(
                        """
                        {"number": 1, "year": 2026, "title": {"fi": "TULE MUKAAN TALKOISIIN"},
                         "items": [{"title": {"fi": "A"}, "text": {"fi": "B"}, "link": "http://www.example.org/"},
                                   {"title": {"fi": "A"}, "text": {"fi": "B"}, "link": "https://192.168.0.1/"},
                                   {"title": {"fi": "C"}, "text": {"fi": "B"}, "link": "https://intra/"}]}
                        """);

        String found = checks(id).raw();

        assertThat(found)
                .contains(
                        "{\"severity\":\"error\",\"field\":\"items[1].link\",\"code\":\"not-public\"}")
                .contains(
                        "{\"severity\":\"error\",\"field\":\"items[2].link\",\"code\":\"not-public\"}")
                .contains("\"items[0].link\",\"code\":\"not-encrypted\"")
                .contains("\"items[1].title\",\"code\":\"same-heading\"")
                .contains("\"title.fi\",\"code\":\"capitals\"")
                .contains("\"title.sv\",\"code\":\"not-translated\"");
        api.put(DRAFTS + id + "/sending").by(coordinator()).seen(1).send().refusedAs("faulty");
    }

    @Test
    void keepsBackWhatMailProgramsCutOff() {
        String item =
                "{\"title\": {\"fi\": \"Otsikko\"}, \"text\": {\"fi\": \"%s\"}}"
                        .formatted("sana ".repeat(1900));
        String id =
                draft(
                        "{\"number\": 1, \"year\": 2026, \"title\": {\"fi\": \"Pitkä\"}, \"items\":"
                                + " ["
                                + String.join(",", Collections.nCopies(12, item))
                                + "]}");

        assertThat(checks(id).raw()).contains("too-large");
        api.put(DRAFTS + id + "/sending").by(coordinator()).seen(1).send().refusedAs("faulty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    items[0].picture.address | "picture": {"address": "http://example.org/a.png", "alt": {"fi": "A"}}
                    items[0].picture.address | "picture": {"address": "javascript:alert(1)", "alt": {"fi": "A"}}
                    items[0].picture.alt     | "picture": {"address": "https://example.org/a.png"}
                    items[0].picture.alt     | "picture": {"address": "https://example.org/a.png", "alt": {}}
                    items[0].contact.email   | "contact": {"role": {"fi": "A"}, "email": "nonsense"}
                    items[0].contact.phone   | "contact": {"role": {"fi": "A"}, "phone": "<script>"}
                    items[0].contact.role    | "contact": {"email": "a@example.org"}
                    """)
    void namesTheFieldAtFault(String field, String part) {
        api.post(HOME + "/lists/" + api.list() + "/issue-drafts")
                .by(coordinator())
                .key(newKey())
                .body(
                        """
                        {"number": 1, "year": 2026, "title": {"fi": "A"},
                         "items": [{"title": {"fi": "A"}, "text": {"fi": "B"}, %s}]}
                        """
                                .formatted(part))
                .send()
                .is(422)
                .names(field);
    }

    private String draft(String body) {
        return api.post(HOME + "/lists/" + api.list() + "/issue-drafts")
                .by(coordinator())
                .key(newKey())
                .body(body)
                .send()
                .is(201)
                .text("/id");
    }

    private Api.Answer preview(String id, String language) {
        return api.get(DRAFTS + id + "/preview")
                .by(coordinator())
                .header("Accept-Language", language)
                .send()
                .is(200);
    }

    private Api.Answer checks(String id) {
        return api.get(DRAFTS + id + "/checks").by(coordinator()).send().is(200);
    }
}
