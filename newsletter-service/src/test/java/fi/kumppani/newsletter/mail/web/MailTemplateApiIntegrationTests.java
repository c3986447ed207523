package fi.kumppani.newsletter.mail.web;

import static fi.kumppani.newsletter.Api.newAddress;
import static fi.kumppani.newsletter.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Words of its own in the mails of a municipality that no other test writes to. */
@NewsletterServiceTest
class MailTemplateApiIntegrationTests {

    private static final String CODE = "498";
    private static final String HOME = "/v1/municipalities/" + CODE;
    private static final String TEMPLATES = HOME + "/mail-templates";
    private static final String CONFIRMATION = TEMPLATES + "/subscription-confirmation";

    @Autowired Api api;

    @Test
    void standsInTheMailsThatLeaveFromThenOn() {
        String before = confirmation();
        write(
                        CONFIRMATION,
                        """
                        {"lead": {"fi": "Olet tervetullut, sanoo {sender}: $1 %s."},
                         "closing": {"fi": "Kysy <b>lisää</b> neuvonnasta."}}
                        """)
                .is(200);

        assertThat(confirmation())
                .contains("Olet tervetullut, sanoo ", ": $1 %s.", "Kysy <b>lisää</b> neuvonnasta.")
                .contains("/subscriptions/confirm?token=");
        assertThat(before).doesNotContain("tervetullut");
        assertThat(api.get(TEMPLATES).by(coordinator()).send().is(200).raw())
                .contains(
                        "\"kind\":\"subscription-confirmation\",\"written\":true",
                        "\"kind\":\"grant-decided\",\"written\":false");

        write(CONFIRMATION, "{}").is(200);
        assertThat(confirmation()).doesNotContain("tervetullut");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"lead": {"fi": "Hei {email}"}}               | lead.fi     | unknown-variable
                    {"closing": {"sv": "Hej {diaryNumber}"}}      | closing.sv  | unknown-variable
                    {"lead": {"en": "Hello {title"}}              | lead.en     | malformed
                    {"lead": {"en": "Hello #{T(Runtime)}"}}       | lead.en     | malformed
                    {"subject": {"fi": "Hei\\r\\nBcc: a@b.fi"}}   | subject.fi  | one-line
                    """)
    void keepsNothingThatIsWrong(String body, String field, String code) {
        Api.Answer refused = write(TEMPLATES + "/event-reminder", body).is(422);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/code")).isEqualTo(code);
        assertThat(show(TEMPLATES + "/event-reminder").header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void refusesWhatIsTooLong() {
        Api.Answer refused =
                write(
                                TEMPLATES + "/event-memo",
                                "{\"subject\": {\"fi\": \"%s\"}, \"lead\": {\"sv\": \"%s\"}}"
                                        .formatted("a".repeat(151), "b".repeat(2_001)))
                        .is(422);

        assertThat(refused.text("/errors/0/field")).isEqualTo("subject.fi");
        assertThat(refused.text("/errors/1/field")).isEqualTo("lead.sv");
    }

    @Test
    void isWrittenByCoordinatorsOfTheMunicipalityToTheVersionTheySaw() {
        String path = TEMPLATES + "/grant-decided";
        assertThat(show(path).raw()).contains("\"variables\":[\"title\",\"sender\"");
        api.get(path).send().is(401);
        api.get(path).by(Api.coordinator()).send().is(404);
        api.get(TEMPLATES + "/no-such-kind").by(coordinator()).send().is(404);
        api.put(path)
                .by(Tokens.of("officer").inMunicipality(CODE).withRoles(Role.GRANT_OFFICER))
                .seen(0)
                .body("{}")
                .send()
                .is(403);
        api.put(path).by(coordinator()).body("{}").send().is(428);
        api.put(path).by(coordinator()).seen(7).body("{}").send().is(412);
    }

    private Api.Answer write(String path, String body) {
        long version = Long.parseLong(show(path).header("ETag").replace("\"", ""));
        return api.put(path).by(coordinator()).seen(version).body(body).send();
    }

    private Api.Answer show(String path) {
        return api.get(path).by(coordinator()).send().is(200);
    }

    /** What somebody new reads who asks for a letter. */
    private String confirmation() {
        String reader = newAddress();
        String list =
                api.post(HOME + "/lists")
                        .by(coordinator())
                        .key(newKey())
                        .body("{\"name\": {\"fi\": \"Uutiskirje\"}}")
                        .send()
                        .is(201)
                        .text("/id");
        api.post(HOME + "/lists/" + list + "/subscriptions")
                .body("{\"email\": \"%s\", \"language\": \"fi\"}".formatted(reader))
                .send()
                .is(202);
        return Api.text(api.letters(reader, 1).getFirst());
    }

    private static Tokens coordinator() {
        return Tokens.of("coordinator").inMunicipality(CODE).withRoles(Role.COORDINATOR);
    }
}
