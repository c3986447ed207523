package fi.kumppani.newsletter.issue.web;

import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.newAddress;
import static fi.kumppani.newsletter.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;
import fi.kumppani.newsletter.association.KeepClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.UUID;

/** An issue that is meant for some of a list's readers. */
@NewsletterServiceTest
class SegmentApiIntegrationTests {

    private static final String DRAFTS = HOME + "/issue-drafts/";

    @Autowired Api api;
    @Autowired KeepClass keepClass;

    private final String sports = UUID.randomUUID().toString();
    private int number;

    @Test
    void goesToThoseItIsMeantForAfterWhoApprovedItSawHowManyTheyAre() {
        String list = list();
        String inNurmo = reader(list, "sv", ", \"areas\": [\"nurmo\"]");
        String everywhere = reader(list, "sv", "");
        reader(list, "sv", ", \"areas\": [\"pera\"]");
        reader(list, "fi", ", \"areas\": [\"nurmo\"]");
        String id = draft(list, "{\"languages\": [\"sv\"], \"areas\": [\"nurmo\"]}");

        Api.Answer count = recipients(id).is(200);
        assertThat(count.number("/readers")).isEqualTo(4);
        assertThat(count.number("/recipients")).isEqualTo(2);
        Api.Answer approved =
                api.put(DRAFTS + id + "/approval").by(colleague()).seen(1).send().is(200);
        assertThat(approved.text("/segment/languages/0")).isEqualTo("sv");
        assertThat(approved.text("/segment/areas/0")).isEqualTo("nurmo");

        Api.Answer other =
                api.put(DRAFTS + id)
                        .by(coordinator())
                        .seen(2)
                        .body(issue("{\"languages\": [\"sv\"], \"areas\": [\"nurmo\"]}"))
                        .send()
                        .is(200);
        assertThat(other.json().at("/approved").asBoolean())
                .as("whoever it is meant for is to be approved anew")
                .isFalse();
        api.put(DRAFTS + id + "/approval").by(colleague()).seen(3).send().is(200);
        api.put(DRAFTS + id + "/sending").by(coordinator()).seen(4).send().is(202);

        assertThat(api.letters(inNurmo, 2)).hasSize(2);
        assertThat(api.letters(everywhere, 2)).hasSize(2);
        assertThat(
                        api.get(DRAFTS + id + "/sending")
                                .by(coordinator())
                                .send()
                                .is(200)
                                .number("/recipients"))
                .isEqualTo(2);
    }

    @Test
    void goesToThoseWhoReadForAnAssociationOfTheClass() {
        Tenancy.runIn(
                new MunicipalityCode(Api.SEINAJOKI),
                () -> {
                    keepClass.keep(sports, 1, 3);
                });
        String list = list();
        reader(list, "fi", ", \"associationId\": \"" + sports + "\"");
        reader(list, "fi", "");

        assertThat(meant(list, "{\"associationClasses\": [3]}")).isOne();
        assertThat(meant(list, "{\"associationClasses\": [2, 4]}")).isZero();
        assertThat(meant(list, "{}")).isEqualTo(2);
    }

    @Test
    void goesToThoseWhoseOnlyAreaTheListDroppedAsToThoseWhoChoseNone() {
        String list = list();
        reader(list, "fi", ", \"areas\": [\"pera\"]");
        reader(list, "fi", ", \"areas\": [\"nurmo\"]");
        assertThat(meant(list, "{\"areas\": [\"nurmo\"]}")).isOne();

        api.put(HOME + "/lists/" + list)
                .by(coordinator())
                .seen(1)
                .body(
                        """
                        {"name": {"fi": "Kirje"}, "fourEyes": true,
                         "areas": [{"code": "nurmo", "name": {"fi": "Nurmo"}}]}
                        """)
                .send()
                .is(200);

        assertThat(meant(list, "{\"areas\": [\"nurmo\"]}")).isEqualTo(2);
    }

    @Test
    void goesToThoseWhoReadSomeListAboutTheTopic() {
        String topic = "aihe-" + UUID.randomUUID();
        String about = topical(topic);
        String list = list();
        String both = reader(list, "fi", "");
        reader(list, "fi", "");
        api.ask(about, both).is(202);
        api.confirm(Api.tokenIn(api.letters(both, 2).getLast())).is(200);
        reader(about, "fi", "");

        assertThat(meant(list, "{\"topics\": [\"" + topic + "\"]}")).isOne();
        assertThat(meant(list, "{\"topics\": [\"ei-mikaan\"]}")).isZero();
        assertThat(meant(about, "{\"topics\": [\"" + topic + "\"]}"))
                .as("all who read the list that is about it")
                .isEqualTo(2);
    }

    private String topical(String topic) {
        return api.post(HOME + "/lists")
                .by(coordinator())
                .key(newKey())
                .body("{\"name\": {\"fi\": \"Kirje\"}, \"topic\": \"" + topic + "\"}")
                .send()
                .is(201)
                .text("/id");
    }

    @Test
    void isNotSentToAnAreaThatItsReadersCannotChoose() {
        String id = draft(list(), "{\"areas\": [\"helsinki\"]}");

        api.put(DRAFTS + id + "/approval").by(colleague()).seen(1).send().is(200);
        api.put(DRAFTS + id + "/sending").by(coordinator()).seen(2).send().refusedAs("faulty");

        assertThat(api.get(DRAFTS + id + "/checks").by(coordinator()).send().is(200).raw())
                .contains("segment.areas");
    }

    @Test
    void countsForCoordinatorsOfTheMunicipalityOnly() {
        String id = draft(list(), "{}");

        api.get(DRAFTS + id + "/recipients").send().is(401);
        api.get(DRAFTS + id + "/recipients").by(Api.officer()).send().is(403);
        api.get(DRAFTS + id + "/recipients").by(Api.stranger()).send().is(404);
        api.get(DRAFTS + "none/recipients").by(coordinator()).send().is(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"languages": ["de"]}         | segment.languages[0]
                    {"areas": ["#where"]}         | segment.areas[0]
                    {"associationClasses": [0]}   | segment.associationClasses[0]
                    {"associationClasses": [10]}  | segment.associationClasses[0]
                    {"query": "1=1"}              | segment.query
                    """)
    void namesTheFieldAtFault(String segment, String field) {
        Api.Answer answer =
                api.post(HOME + "/lists/" + list() + "/issue-drafts")
                        .by(coordinator())
                        .key(newKey())
                        .body(issue(segment))
                        .send();
        assertThat(answer.response().getStatus()).isIn(400, 422);
        answer.names(field);
    }

    @Test
    void takesOnlyAreasThatTheListOffers() {
        String list = list();

        ask(list, newAddress(), "fi", ", \"areas\": [\"helsinki\"]").is(422).names("areas");
        assertThat(api.get(HOME + "/lists/" + list).send().is(200).text("/areas/0/code"))
                .isEqualTo("nurmo");
        api.post(HOME + "/lists")
                .by(coordinator())
                .key(newKey())
                .body(
                        """
                        {"name": {"fi": "Kirje"}, "areas": [{"code": "nurmo", "name": {"fi": "Nurmo"}},
                                                            {"code": "nurmo", "name": {"fi": "Nurmo"}}]}
                        """)
                .send()
                .is(422)
                .names("areas[1].code");
    }

    private long meant(String list, String segment) {
        return recipients(draft(list, segment)).is(200).number("/recipients");
    }

    private Api.Answer recipients(String id) {
        return api.get(DRAFTS + id + "/recipients").by(coordinator()).send();
    }

    private String list() {
        return api.post(HOME + "/lists")
                .by(coordinator())
                .key(newKey())
                .body(
                        """
                        {"name": {"fi": "Kirje"}, "fourEyes": true,
                         "areas": [{"code": "nurmo", "name": {"fi": "Nurmo"}},
                                   {"code": "pera", "name": {"fi": "Peräseinäjoki"}}]}
                        """)
                .send()
                .is(201)
                .text("/id");
    }

    private String reader(String list, String language, String more) {
        String email = newAddress();
        ask(list, email, language, more).is(202);
        api.confirm(Api.tokenIn(api.letters(email, 1).getFirst())).is(200);
        return email;
    }

    private Api.Answer ask(String list, String email, String language, String more) {
        return api.post(HOME + "/lists/" + list + "/subscriptions")
                .body(
                        "{\"email\": \"%s\", \"language\": \"%s\"%s}"
                                .formatted(email, language, more))
                .send();
    }

    private String draft(String list, String segment) {
        return api.post(HOME + "/lists/" + list + "/issue-drafts")
                .by(coordinator())
                .key(newKey())
                .body(issue(segment))
                .send()
                .is(201)
                .text("/id");
    }

    private String issue(String segment) {
        number++;
        return Api.issue(number).strip().replaceFirst("}$", ", \"segment\": " + segment + "}");
    }

    private static Tokens colleague() {
        return Tokens.of("colleague").inMunicipality(Api.SEINAJOKI).withRoles(Role.COORDINATOR);
    }
}
