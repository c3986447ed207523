package fi.kumppani.grants.sending.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

@GrantsServiceTest
class SendingIntegrationTests {

    private static final String PDF = "%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n";

    @Autowired Api everywhere;

    private Tokens grantee;
    private Api home;
    private Api second;
    private Api third;
    private String association;
    private String draft;

    @BeforeEach
    void haveADraft() {
        home = everywhere.in("580");
        second = everywhere.in("740");
        third = everywhere.in("105");
        String person = home.newId();
        grantee = Api.personFromElsewhere(person);
        association = home.association();
        home.mandate(person, association);
        draft = begin(home, home.publishedCall("900.00", "400.00"));
    }

    @Test
    void beginsADraftInEachMunicipalityThatTellsOfTheOthers() {
        String there = second.publishedCall("900.00", "400.00");
        String further = third.publishedCall("900.00", "400.00");

        Answer sent = send(grantee, target("740", there), target("105", further));

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.text("/items/0/status")).isEqualTo("begun");
        assertThat(sent.text("/items/1/status")).isEqualTo("begun");
        String other = "/applications/" + sent.text("/items/0/applicationId");
        Answer begun = second.get(other, grantee);
        assertThat(begun.text("/status")).as(begun.body()).isEqualTo("draft");
        assertThat(begun.text("/callId")).isEqualTo(there);
        assertThat(begun.text("/purpose")).isEqualTo("Kyläjuhlan esiintyjät");
        assertThat(begun.text("/requested")).isEqualTo("300.00");
        assertThat(declared(begun)).containsExactly("Kunta 580", "Kunta 105");
        assertThat(begun.text("/otherGrants/0/granted")).isEqualTo("false");
        assertThat(
                        declared(
                                third.get(
                                        "/applications/" + sent.text("/items/1/applicationId"),
                                        grantee)))
                .containsExactly("Kunta 580", "Kunta 740");
        assertThat(declared(home.get(draft, grantee))).containsExactly("Kunta 740", "Kunta 105");
        Answer handedIn = second.put(other + "/submission", grantee, begun.header("ETag"), "");
        assertThat(handedIn.text("/diaryNumber")).as(handedIn.body()).startsWith("740/");
        assertThat(home.get(draft, grantee).text("/status")).isEqualTo("draft");
    }

    @Test
    void takesTheFilesAlongAsWhatTheOtherCallAsksFor() {
        String scheme =
                "{\"kind\":\"project\",\"attachments\":[{\"id\":\"plan\",\"label\":{\"fi\":\"Suunnitelma\"}}]}";
        String original = begin(home, home.publishedCallWith(scheme));
        Answer attached =
                home.send(
                        HttpMethod.POST,
                        original + "/attachments?requirement=plan",
                        grantee.bearer(),
                        PDF,
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"suunnitelma.pdf\"");
        assertThat(attached.status()).as(attached.body()).isEqualTo(201);

        String asking = second.publishedCallWith(scheme);
        String plain = third.publishedCall("900.00", "400.00");
        Answer sent =
                home.post(
                        original + "/sendings",
                        grantee,
                        body(target("740", asking), target("105", plain)));

        String first = "/applications/" + sent.text("/items/0/applicationId");
        Answer there = second.get(first, grantee);
        assertThat(there.text("/attachments/0/requirement")).as(there.body()).isEqualTo("plan");
        assertThat(
                        second.get(
                                        first + "/attachments/" + there.text("/attachments/0/id"),
                                        grantee)
                                .body())
                .isEqualTo(PDF);
        Answer further = third.get("/applications/" + sent.text("/items/1/applicationId"), grantee);
        assertThat(further.json().at("/attachments")).hasSize(1);
        assertThat(further.json().at("/attachments/0/requirement").asString("")).isEmpty();
    }

    @Test
    void isTheSameWhenItIsSentAgain() {
        String there = second.publishedCall("900.00", "400.00");
        String key = home.newId();
        String body = body(target("740", there));
        Answer once = home.post(draft + "/sendings", grantee, body, key);

        Answer again = home.post(draft + "/sendings", grantee, body, key);

        assertThat(again.body()).isEqualTo(once.body());
        assertThat(declared(home.get(draft, grantee))).containsExactly("Kunta 740");
        String another = body(target("740", there), target("105", "unknown"));
        assertThat(home.post(draft + "/sendings", grantee, another, key).status()).isEqualTo(422);
    }

    @Test
    void saysWhereTheAssociationCouldNotApply() {
        String closed =
                second.publishedCallWith(
                        "{\"kind\":\"project\",\"rules\":[{\"rule\":\"home-here\"}]}");
        String tooLittle = third.publishedCall("900.00", "299.99");

        Answer sent = send(grantee, target("740", closed), target("105", tooLittle));
        Answer unknown = send(grantee, target("740", third.newId()));

        assertThat(sent.text("/items/0/status")).as(sent.body()).isEqualTo("not-eligible");
        assertThat(sent.text("/items/0/reasons/0")).isEqualTo("home-elsewhere");
        assertThat(sent.text("/items/1/reasons/0")).isEqualTo("over-cap");
        assertThat(unknown.text("/items/0/status")).isEqualTo("call-unknown");
        assertThat(home.get(draft, grantee).json().at("/otherGrants")).isEmpty();
        assertThat(second.get("/own-applications", grantee).status()).isEqualTo(404);
    }

    @Test
    void isByTheApplicantsRightAlone() {
        String there = second.publishedCall("900.00", "400.00");
        Tokens both =
                Tokens.of("mighty")
                        .inMunicipality("580")
                        .withRoles(Role.GRANT_OFFICER, Role.DECISION_MAKER, Role.COORDINATOR);

        assertThat(send(both, target("740", there)).status()).isEqualTo(403);
        assertThat(send(Api.officer().inMunicipality("740"), target("740", there)).status())
                .isEqualTo(404);
        assertThat(send(Api.personFromElsewhere("nobody"), target("740", there)).status())
                .isEqualTo(404);
        assertThat(send(grantee, target("580", there)).text("/errors/0/code")).isEqualTo("own");
        assertThat(send(grantee, target("740", there), target("740", "x")).text("/errors/0/code"))
                .isEqualTo("twice");
        assertThat(send(grantee, "{\"municipality\":\"74\",\"callId\":\"x\"}").status())
                .isEqualTo(422);
    }

    @Test
    void showsNothingOfOneMunicipalitysHandlingToAnother() {
        String there = second.publishedCall("900.00", "400.00");
        Answer sent = send(grantee, target("740", there));
        String other = "/applications/" + sent.text("/items/0/applicationId");
        Tokens officer = Api.officer().inMunicipality("740");

        assertThat(second.get(other, officer).status()).isEqualTo(200);
        assertThat(home.get(draft, officer).status()).isEqualTo(404);
        assertThat(second.get(draft, officer).status()).isEqualTo(404);
        assertThat(home.get(other, Api.officer().inMunicipality("580")).status()).isEqualTo(404);
        assertThat(sent.body()).doesNotContain("diaryNumber", "handling", "email");
    }

    private String begin(Api api, String call) {
        Answer started =
                api.post(
                        "/applications", grantee, Api.applicationBody(call, association, "300.00"));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return "/applications/" + started.text("/id");
    }

    private Answer send(Tokens by, String... targets) {
        return home.post(draft + "/sendings", by, body(targets));
    }

    private static String body(String... targets) {
        return "{\"targets\":[" + String.join(",", targets) + "]}";
    }

    private static String target(String municipality, String call) {
        return "{\"municipality\":\"%s\",\"callId\":\"%s\"}".formatted(municipality, call);
    }

    private static List<String> declared(Answer application) {
        List<String> issuers = new ArrayList<>();
        for (JsonNode each : application.json().at("/otherGrants")) {
            issuers.add(each.at("/issuer").asString());
        }
        return issuers;
    }
}
