package fi.kumppani.grants.grantapplication.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@GrantsServiceTest
class PartnerApiIntegrationTests {

    private static final Tokens LEAD = Api.person("lead");
    private static final Tokens OTHER = Api.person("other");

    @Autowired Api api;
    @Autowired TestMessages messages;

    private String call;
    private String lead;
    private String partner;
    private String path;

    @BeforeEach
    void haveADraftOfTwo() {
        call =
                api.publishedCallWith(
                        "{\"kind\":\"village-development\",\"rules\":[{\"rule\":\"together\",\"partners\":1}]}");
        lead = api.association();
        partner = api.association("cooperative", true);
        api.mandate("lead", lead);
        api.mandate("other", partner);
        path = draft(call);
    }

    @Test
    void applyTogetherOnceEachHasSaidSo() {
        assertThat(name(LEAD, "\"1\"", partner).status()).isEqualTo(200);
        Answer early = submit();
        assertThat(early.status()).as(early.body()).isEqualTo(409);
        assertThat(early.text("/reason")).isEqualTo("partner-not-joined");

        Answer joined = join(OTHER);
        assertThat(joined.status()).as(joined.body()).isEqualTo(200);
        assertThat(joined.text("/partners/0/associationId")).isEqualTo(partner);
        assertThat(joined.text("/partners/0/joinedAt")).isNotBlank();
        assertThat(join(OTHER).header("ETag")).isEqualTo(joined.header("ETag"));

        Answer submitted = submit();
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        String id = submitted.text("/id");
        assertThat(
                        messages.awaitMessage(
                                        Topics.GRANTS_APPLICATION,
                                        each ->
                                                each.subject().equals(id)
                                                        && each.type().endsWith("submitted.v1"))
                                .body())
                .contains(partner);
        assertThat(leave(OTHER).text("/reason")).isEqualTo("already-submitted");
    }

    @Test
    void isReadByAllAndMovedByTheApplicantAlone() {
        assertThat(api.get(path, OTHER).status()).isEqualTo(404);
        assertThat(name(LEAD, "\"1\"", partner).status()).isEqualTo(200);

        assertThat(api.get(path, OTHER).status()).isEqualTo(200);
        String seen = api.get(path, OTHER).header("ETag");
        assertThat(api.put(path + "/submission", OTHER, seen, "").status()).isEqualTo(403);
        assertThat(api.put(path + "/withdrawal", OTHER, seen, "").status()).isEqualTo(403);
        assertThat(name(OTHER, seen).status()).isEqualTo(403);
        assertThat(join(LEAD).status()).isEqualTo(403);
        assertThat(join(Api.person("third")).status()).isEqualTo(404);

        assertThat(leave(OTHER).status()).isEqualTo(204);
        assertThat(api.get(path, OTHER).status()).isEqualTo(404);
    }

    @Test
    void closesTheApplicationToWhoActsForAPartner() {
        assertThat(name(LEAD, "\"1\"", partner).status()).isEqualTo(200);
        assertThat(join(OTHER).status()).isEqualTo(200);
        String id = submit().text("/id");
        Tokens officer =
                Tokens.of("other").inMunicipality(Api.SEINAJOKI).withRoles(Role.GRANT_OFFICER);

        Answer handled = api.get("/applications/" + id + "/handling", officer);
        assertThat(handled.status()).isEqualTo(403);
        assertThat(handled.text("/ground")).isEqualTo("mandate");
        Answer withdrawn =
                api.put(path + "/withdrawal", officer, api.get(path, officer).header("ETag"), "");
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(403);
    }

    @Test
    void isRefusedWhereEverybodyAppliesAloneOrOneCouldNot() {
        path = draft(api.publishedCall("30000.00", "400.00"));
        assertThat(name(LEAD, "\"1\"", partner).status()).isEqualTo(200);
        assertThat(join(OTHER).status()).isEqualTo(200);
        assertThat(submit().text("/reason")).isEqualTo("no-consortium");

        path = draft(call);
        assertThat(name(LEAD, "\"1\"", partner, api.association()).status()).isEqualTo(200);
        assertThat(submit().text("/reason")).isEqualTo("too-many-partners");

        String foundation = api.association("foundation", true);
        assertThat(name(LEAD, api.get(path, LEAD).header("ETag"), foundation).status())
                .isEqualTo(200);
        assertThat(submit().text("/reason")).isEqualTo("partner-not-eligible");
        Answer asked =
                api.post(
                        "/calls/" + call + "/eligibility",
                        LEAD,
                        "{\"associationId\":\"%s\",\"partnerIds\":[\"%s\"]}"
                                .formatted(lead, foundation));
        assertThat(asked.body()).contains("partner-not-eligible");
    }

    @Test
    void namesOnlyOthersThatAreKnown() {
        for (String wrong : new String[] {lead, api.newId()}) {
            Answer answer = name(LEAD, "\"1\"", wrong);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text("/errors/0/field")).isEqualTo("associationIds");
        }
        assertThat(name(LEAD, "\"7\"", partner).status()).isEqualTo(412);
        assertThat(join(OTHER).status()).isEqualTo(404);
        assertThat(api.get(path, LEAD).json().at("/partners")).isEmpty();
    }

    private String draft(String of) {
        Answer started = api.post("/applications", LEAD, Api.applicationBody(of, lead, "300.00"));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return "/applications/" + started.text("/id");
    }

    private Answer name(Tokens by, String seen, String... partners) {
        String ids = partners.length == 0 ? "" : "\"" + String.join("\",\"", partners) + "\"";
        return api.put(path + "/partners", by, seen, "{\"associationIds\":[" + ids + "]}");
    }

    private Answer join(Tokens by) {
        return api.send(
                HttpMethod.PUT,
                path + "/partners/" + partner + "/joining",
                by.bearer(),
                "",
                null,
                "");
    }

    private Answer leave(Tokens by) {
        return api.send(
                HttpMethod.DELETE, path + "/partners/" + partner, by.bearer(), "", null, "");
    }

    private Answer submit() {
        return api.put(path + "/submission", LEAD, api.get(path, LEAD).header("ETag"), "");
    }
}
