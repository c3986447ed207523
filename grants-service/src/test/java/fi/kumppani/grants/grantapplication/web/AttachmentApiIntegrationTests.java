package fi.kumppani.grants.grantapplication.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

@GrantsServiceTest
class AttachmentApiIntegrationTests {

    private static final String PDF = "%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n";
    private static final String REQUIRING =
            """
            {"kind":"operating","lightUpTo":"50.00","attachments":[
             {"id":"accounts","label":{"fi":"Tilinpäätös"}},
             {"id":"rules","label":{"fi":"Säännöt"},"firstTimeOnly":true}]}\
            """;

    @Autowired Api api;

    @Test
    void goesWithADraftAndIsReadByWhoMayReadThat() {
        String association = api.association();
        api.mandate("eeva", association);
        String application = started(api.publishedCallWith(REQUIRING), association, "400.00");

        Answer attached =
                attach(application + "/attachments?requirement=accounts", "eeva", "tase.pdf", PDF);

        assertThat(attached.status()).as(attached.body()).isEqualTo(201);
        assertThat(attached.text("/requirement")).isEqualTo("accounts");
        String file = application + "/attachments/" + attached.text("/id");
        Answer read = api.get(file, Api.decider());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(PDF);
        assertThat(read.header("Content-Disposition")).startsWith("attachment");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.get(application, Api.officer()).text("/attachments/0/name"))
                .isEqualTo("tase.pdf");
        assertThat(api.get(file, Api.person("vieras")).status()).isEqualTo(404);
        assertThat(api.get(file).status()).isEqualTo(401);
        assertThat(attach(application + "/attachments", "vieras", "a.pdf", PDF).status())
                .isEqualTo(404);

        assertThat(delete(file, Api.decider()).status()).isEqualTo(403);
        assertThat(delete(file, Api.person("eeva")).status()).isEqualTo(204);
        assertThat(delete(file, Api.person("eeva")).status()).isEqualTo(204);
        assertThat(api.get(file, Api.person("eeva")).status()).isEqualTo(404);
    }

    @Test
    void isJudgedByWhatIsInIt() {
        String application = started(api.publishedCallWith(REQUIRING), api.association(), "400.00");
        String path = application + "/attachments";

        assertThat(field(attach(path, "a.pdf", "#!/bin/sh\necho hei\n"))).isEqualTo("content type");
        assertThat(field(attach(path, "a.pdf", "%PDF-1.7\n<script>alert(1)</script>")))
                .isEqualTo("content type");
        assertThat(field(attach(path, "a.html", "<p>hei</p>"))).isEqualTo("content type");
        assertThat(field(attach(path, "a.pdf", PDF.replace("<<>>", "<</S/JavaScript>>"))))
                .isEqualTo("content harmful");
        assertThat(field(attach(path, "../a.pdf", PDF))).isEqualTo("name pattern");
        assertThat(field(attach(path, "a.pdf", ""))).isEqualTo("content empty");
        assertThat(field(attach(path + "?requirement=photo", "a.pdf", PDF)))
                .isEqualTo("requirement unknown");
        assertThat(attach(path, "a.txt", "a".repeat(5 * 1024 * 1024 + 1)).status()).isEqualTo(413);
        assertThat(api.get(application, Api.officer()).json().at("/attachments")).isEmpty();
    }

    @Test
    void keepsOneContentOnceAndTwoNamesApart() {
        String application = started(api.publishedCallWith(REQUIRING), api.association(), "400.00");
        String path = application + "/attachments";

        assertThat(attach(path, "a.pdf", PDF).status()).isEqualTo(201);
        assertThat(attach(path + "?requirement=rules", "b.pdf", PDF).text("/requirement"))
                .isEqualTo("rules");
        assertThat(field(attach(path, "B.PDF", PDF + "\n"))).isEqualTo("name taken");
        assertThat(api.get(application, Api.officer()).json().at("/attachments")).hasSize(1);
    }

    @Test
    void isThereWhenTheCallRequiresItAndTheSumIsNotSmall() {
        String call = api.publishedCallWith(REQUIRING);
        String application = started(call, api.association(), "400.00");

        Answer missing = submit(application);

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("attachments.accounts", "attachments.rules");
        var _ = attach(application + "/attachments?requirement=accounts", "a.pdf", PDF);
        assertThat(submit(application).body())
                .contains("attachments.rules")
                .doesNotContain("attachments.accounts");
        var _ = attach(application + "/attachments?requirement=rules", "r.txt", "Säännöt");
        assertThat(submit(application).status()).isEqualTo(200);
        Answer late = attach(application + "/attachments", "late.pdf", PDF + "\n");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/reason")).isEqualTo("already-submitted");
        assertThat(submit(started(call, api.association(), "50.00")).status()).isEqualTo(200);
    }

    @Test
    void staysWhenTheProposalIsWrittenAnew() {
        String application = started(api.publishedCallWith(REQUIRING), api.association(), "400.00");
        var _ = attach(application + "/attachments", "a.pdf", PDF);

        Answer changed =
                api.put(
                        application,
                        Api.officer(),
                        "\"2\"",
                        "{\"purpose\":\"Muu\",\"requested\":\"10.00\",\"events\":1,\"language\":\"fi\"}");

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("/attachments/0/name")).isEqualTo("a.pdf");
    }

    private String started(String call, String association, String requested) {
        Answer started =
                api.post(
                        "/applications",
                        Api.officer(),
                        Api.applicationBody(call, association, requested));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return "/applications/" + started.text("/id");
    }

    private Answer submit(String application) {
        String etag = api.get(application, Api.officer()).header("ETag");
        return api.put(application + "/submission", Api.officer(), etag, "");
    }

    private Answer attach(String path, String name, String content) {
        return send(path, Api.officer(), name, content);
    }

    private Answer attach(String path, String subject, String name, String content) {
        return send(path, Api.person(subject), name, content);
    }

    private Answer send(String path, Tokens token, String name, String content) {
        return api.send(
                HttpMethod.POST,
                path,
                token.bearer(),
                content,
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name + "\"");
    }

    private Answer delete(String path, Tokens token) {
        return api.send(HttpMethod.DELETE, path, token.bearer(), "", null, "");
    }

    private static String field(Answer refused) {
        return refused.text("/errors/0/field") + " " + refused.text("/errors/0/code");
    }
}
