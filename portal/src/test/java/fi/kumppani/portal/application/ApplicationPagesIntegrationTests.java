package fi.kumppani.portal.application;

import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.button;
import static fi.kumppani.portal.testing.Forms.fields;
import static fi.kumppani.portal.testing.Forms.text;
import static fi.kumppani.portal.testing.Forms.whileWriting;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Applying in the name of an association, from the call to the answer to a grant. */
class ApplicationPagesIntegrationTests extends PortalUnderTest {

    private static final String M = FakeGrants.M;
    private static final String MINE = FakeGrants.MINE;
    private static final String PAGE = FakeGrants.PAGE;
    private static final String APPLICATION = FakeGrants.APPLICATION;
    private static final String APPLY = "/m/743/my/calls/c1";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeGrants.draft(grants);
        identityProvider().rolesAre("association-representative");
    }

    @Test
    void tellsWhoeverActsForNobodyWhoCanChangeThatBeforeTheyApply() {
        assertThat(browser.open(APPLY + "?lang=sv").location().getQuery())
                .isEqualTo("to=" + APPLY + "&lang=sv");
        identityProvider().rolesAre("grant-officer");
        browser.logIn(identityProvider(), "/login");

        Page page = browser.open(APPLY + "?lang=en");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select(".notice").text())
                .contains("right to handle grants", "coordinator can give it");
        assertThat(page.html().select("main form")).isEmpty();
        assertThat(grants.asked())
                .extracting(Asked::path)
                .allMatch(each -> each.contains("/calls/"));
        assertThat(browser.submit(APPLY, Map.of("association", "a1")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {MINE, PAGE, PAGE + "/plan", PAGE + "/sections/association", PAGE + "/files"})
    void letsRepresentativesInAndNobodyElse(String path) {
        Page nobody = browser.open(path + "?lang=sv");
        assertThat(nobody.status()).isEqualTo(302);
        assertThat(nobody.location().getQuery()).startsWith("to=/m/743/my/").endsWith("&lang=sv");
        identityProvider().rolesAre("coordinator");
        Browser coordinator = browser();
        coordinator.logIn(identityProvider(), "/login");
        assertThat(coordinator.open(path).status()).isEqualTo(404);
        assertThat(grants.asked()).isEmpty();

        identityProvider().rolesAre("association-representative");
        browser.logIn(identityProvider(), "/login");
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("html").attr("lang")).isEqualTo(language);
        }
        assertThat(grants.asked())
                .filteredOn(asked -> asked.path().contains("applications"))
                .isNotEmpty()
                .allMatch(asked -> asked.header("Authorization").getFirst().startsWith("Bearer "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                APPLY,
                PAGE + "/plan",
                PAGE + "/sections/association",
                PAGE + "/files",
                PAGE + "/files/ab12/removal",
                PAGE + "/submission",
                PAGE + "/supplement",
                PAGE + "/withdrawal",
                PAGE + "/acceptance",
                PAGE + "/refusal"
            })
    void refusesAFormWithoutItsToken(String path) {
        browser.logIn(identityProvider(), "/login");

        Page page = browser.submit(path, Map.of("seen", "\"3\""));

        assertThat(page.status()).isEqualTo(403);
        assertThat(grants.asked()).isEmpty();
    }

    @Test
    void listsTheApplicationsOfEachAssociationWithWhatIsDue() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(MINE).html();

        assertThat(html.select("h2").eachText())
                .containsExactly("Kortesjärven kyläyhdistys", "Ylikylän <i>nuoret");
        assertThat(text(html))
                .contains("Luonnos", "743/2026/00042", "350,50 €")
                .contains("Lähetä hakemus viimeistään ti 31.3.2099 klo 15.00.")
                .contains("Yhdistyksellä ei ole vielä hakemuksia täällä.");
        assertThat(html.select("main h3 a").attr("href")).isEqualTo(PAGE);
        assertThat(html.select("main i")).isEmpty();

        grants.on("GET " + M + "/own-applications", Reply.problem(404, "not-found"));
        assertThat(text(browser.open(MINE).html())).contains("Sinulle ei ole annettu oikeutta");
        grants.on("GET " + M + "/own-applications", Reply.problem(503, "away"));
        assertThat(browser.open(MINE).status()).isEqualTo(503);
    }

    @Test
    void leadsFromACallThroughTheQuestionWhetherOneCanApplyToADraft() {
        grants.on("GET " + M + "/calls/c1", Reply.json(200, Facts.wholeCall()));
        assertThat(
                        browser.open("/m/743/calls/c1")
                                .html()
                                .select("main a[role=button]")
                                .attr("href"))
                .isEqualTo(APPLY);
        browser.logIn(identityProvider(), "/login?to=" + APPLY);
        FakeGrants.draft(grants);

        Document choice = browser.open(APPLY).html();
        assertThat(choice.select("[name=association]").eachAttr("value"))
                .containsExactly("k1", "k2");
        assertThat(choice.select("[name=purpose]")).isEmpty();
        Document asked = browser.open(APPLY + "?association=k2").html();

        assertThat(asked.select(".rule").eachText())
                .containsExactly(
                        "Kyllä Hakuaika on käynnissä.",
                        "Kyllä Yhdistys toimii.",
                        "Avoin Määrä on enintään 400 €.");
        Map<String, String> form = fields(asked.select("form:has([name=purpose])").getFirst());
        form.put("purpose", "Kyläjuhla\r\nja tanssit");
        form.put("requested", "1 200,5 €");
        form.put("events", "2");
        form.put("declared", "true");
        form.put("beginsOn", "1.6.2026");
        form.put("other0.issuer", "Säätiö");
        form.put("other0.year", "2026");
        form.put("other0.amount", "100");
        form.put("email", "kyla@example.org");
        form.put("language", "fi");
        grants.on(
                "POST " + M + "/applications",
                Reply.json(201, "{\"id\":\"" + FakeGrants.ID + "\"}"));
        Page begun = browser.submit(APPLY, form);

        assertThat(begun.status()).as(alert(begun)).isEqualTo(302);
        assertThat(begun.location().getPath()).isEqualTo(PAGE);
        Asked sent = sent("POST", "/applications");
        assertThat(sent.header("Idempotency-Key")).hasSize(1);
        assertThat(sent.body())
                .contains("\"callId\":\"c1\"", "\"associationId\":\"k2\"")
                .contains("\"purpose\":\"Kyläjuhla\\nja tanssit\"", "\"requested\":\"1200.50\"")
                .contains("\"events\":2", "\"beginsOn\":\"2026-06-01\"", "\"declared\":[\"true\"]")
                .contains(
                        "{\"issuer\":\"Säätiö\",\"year\":2026,\"amount\":\"100.00\",\"granted\":false}");
    }

    @Test
    void tellsBeforeAnyWorkThatAnAssociationCannotApply() {
        browser.logIn(identityProvider(), "/login");
        grants.on("POST " + M + "/calls/c1/eligibility", FakeGrants.eligibility("no"));

        Document html = browser.open(APPLY + "?association=k1").html();

        assertThat(html.select(".rule.no").text())
                .isEqualTo("Ei Yhdistys toimii. Yhdistys on purettu.");
        assertThat(html.select("[name=purpose]")).isEmpty();
    }

    @Test
    void namesWhatIsWrongWithAPlanAndLosesNothing() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form(PAGE + "/plan");
        String longText = "ä".repeat(4_900);
        form.put("purpose", longText);
        form.put("requested", "paljon");
        form.put("events", "0");
        form.put("endsOn", "31.2.2026");
        form.put("other1.issuer", "Toinen");

        Page page = browser.submit(PAGE + "/plan", form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly(
                        "#requested", "#events", "#endsOn", "#other1.year", "#other1.amount");
        assertThat(page.html().select("[name=purpose]").getFirst().wholeText()).isEqualTo(longText);
        assertThat(page.html().select("[name=requested]").val()).isEqualTo("paljon");
        assertThat(puts()).isEmpty();
        grants.on(
                "PUT " + APPLICATION,
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"otherGrants[0].year\",\"code\":\"max\"},"
                                + "{\"field\":\"email\",\"code\":\"email\"}]}"));
        Page refused = browser.submit(PAGE + "/plan", form(PAGE + "/plan"));
        assertThat(refused.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#other0.year", "#email");
    }

    @Test
    void savesAPlanWhoseFilesSomebodyElseChangedMeanwhile() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form(PAGE + "/plan");
        assertThat(form).containsEntry("requested", "350,50").containsEntry("other0.year", "2026");
        grants.on("GET " + APPLICATION, FakeGrants.application("draft", "").and("ETag", "\"7\""));
        grants.on("PUT " + APPLICATION, FakeGrants.application("draft", ""));
        form.put("purpose", "Kyläjuhla ja talkoot");

        Page saved = browser.submit(PAGE + "/plan", form);

        assertThat(saved.status()).isEqualTo(302);
        assertThat(sent("PUT", FakeGrants.ID).header("If-Match")).containsExactly("\"7\"");
        assertThat(sent("PUT", FakeGrants.ID).body()).doesNotContain("email");
    }

    @Test
    void showsBothPlansWhenTwoPeopleWriteAtOnce() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form(PAGE + "/plan");
        form.put("purpose", "Oma tekstini");
        grants.on(
                "GET " + APPLICATION,
                Reply.json(200, FakeGrants.body("draft", "Toisen <b>teksti", ""))
                        .and("ETag", "\"4\""));

        Page stale = browser.submit(PAGE + "/plan", form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(alert(stale)).contains("Joku muu tallensi");
        assertThat(stale.html().select("[name=purpose]").text()).isEqualTo("Oma tekstini");
        assertThat(stale.html().select(".saved").eachText())
                .containsExactly("Tähän on sillä välin tallennettu: Toisen <b>teksti");
        assertThat(puts()).isEmpty();

        grants.on("PUT " + APPLICATION, FakeGrants.application("draft", ""));
        Map<String, String> again = fields(stale.html().select("main form").getFirst());
        assertThat(browser.submit(PAGE + "/plan", again).status()).isEqualTo(302);
        assertThat(sent("PUT", FakeGrants.ID).header("If-Match")).containsExactly("\"4\"");
        assertThat(sent("PUT", FakeGrants.ID).body()).contains("Oma tekstini");
    }

    @Test
    void asksTheQuestionsOfASectionAndSendsWhatIsAnswered() {
        browser.logIn(identityProvider(), "/login");
        String path = PAGE + "/sections/doing";
        grants.on("PUT " + APPLICATION + "/sections/doing", Reply.json(200, "{\"answers\":{}}"));
        Document html = browser.open(path).html();
        assertThat(html.select("h1").text()).isEqualTo("Toiminta");
        assertThat(html.select("[data-when='answers.earlier']").attr("data-any-of"))
                .isEqualTo("yes");
        assertThat(html.select("[name='answers.earlier']").eachAttr("value"))
                .containsExactly("yes", "no", "-");
        assertThat(html.select(".when").text()).contains("Onko järjestetty ennen?", "Kyllä");
        Map<String, String> form = form(path);
        form.put("answers.what", "Tanssit");
        form.put("answers.earlier", "yes");
        form.put("answers.count", "1 200");
        form.put("answers.for", "young");

        Page saved = browser.submit(path, form);

        assertThat(saved.location().getPath()).isEqualTo(PAGE);
        Asked sent = sent("PUT", "/sections/doing");
        assertThat(sent.header("If-Match")).containsExactly("\"0\"");
        assertThat(sent.body())
                .contains("\"what\":\"Tanssit\"", "\"earlier\":true", "\"count\":1200")
                .contains("\"for\":[\"young\"]");
    }

    @Test
    void goesOnToTheNextSectionAndReadsAmountsAndDays() {
        browser.logIn(identityProvider(), "/login");
        String path = PAGE + "/sections/association";
        String section = APPLICATION + "/sections/association";
        FakeGrants.section(
                grants,
                "association",
                "{\"name\":\"Kylä\",\"fee\":\"12.50\",\"founded\":\"1950-02-01\"}",
                "\"5\"");
        grants.on("PUT " + section, Reply.json(200, "{\"answers\":{}}"));
        Map<String, String> form = form(path);
        assertThat(form).containsEntry("answers.fee", "12,50");
        form.put("answers.founded", "2.3.1951");

        Page saved = browser.submit(path, form);

        assertThat(saved.location().getPath()).isEqualTo(PAGE + "/sections/doing");
        assertThat(sent("PUT", "/association").body())
                .contains("\"fee\":\"12.50\"", "\"founded\":\"1951-03-02\"");
        form.put("answers.members", "monta");
        form.put("answers.fee", "1,234");
        Page faulty = browser.submit(path, form);
        assertThat(faulty.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#answers.members", "#answers.fee");
        assertThat(faulty.html().select("[name='answers.members']").val()).isEqualTo("monta");
    }

    @Test
    void keepsTheAnswersWhateverGoesWrongWithASection() {
        browser.logIn(identityProvider(), "/login");
        String path = PAGE + "/sections/doing";
        String put = "PUT " + APPLICATION + "/sections/doing";
        Map<String, String> form = form(path);
        form.put("answers.what", "Oma vastaukseni");
        form.put("answers.for", "old");
        grants.on(put, Reply.problem(412, "stale"));
        FakeGrants.section(
                grants, "doing", "{\"what\":\"Toisen vastaus\",\"for\":[\"young\"]}", "\"8\"");

        Page stale = browser.submit(path, form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select("textarea").text()).isEqualTo("Oma vastaukseni");
        assertThat(stale.html().select(".saved").eachText())
                .containsExactly(
                        "Tähän on sillä välin tallennettu: Toisen vastaus",
                        "Tähän on sillä välin tallennettu: Nuorille");
        assertThat(stale.html().select("[name=seen]").val()).isEqualTo("\"8\"");
        assertThat(stale.html().select(".saving")).as("overwritten on purpose alone").isEmpty();

        grants.on(
                put,
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"answers.doing.count\",\"code\":\"not-asked\"}]}"));
        assertThat(browser.submit(path, form).html().select("[role=alert] a").attr("href"))
                .isEqualTo("#answers.count");
        grants.on(put, exchange -> exchange.close());
        Page away = browser.submit(path, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(alert(away)).contains("Vastauksesi ovat tallella");
        assertThat(away.html().select("textarea").text()).isEqualTo("Oma vastaukseni");
    }

    @Test
    void saysWhichVersionIsSavedWhileSomebodyWrites() {
        browser.logIn(identityProvider(), "/login");
        String path = PAGE + "/sections/doing";
        grants.on(
                "PUT " + APPLICATION + "/sections/doing",
                Reply.json(200, "{\"answers\":{}}").and("ETag", "\"6\""));
        Page saved =
                whileWriting(
                        browser,
                        path,
                        fields(browser.open(path).html().select("main form").getFirst()));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.html().select("#saved").attr("data-seen")).isEqualTo("\"6\"");
        assertThat(saved.html().text()).contains("Tallennettu klo");

        Map<String, String> plan =
                fields(browser.open(PAGE + "/plan").html().select("main form").getFirst());
        plan.put("purpose", "Toinen tarkoitus");
        grants.on(
                "PUT " + APPLICATION,
                Reply.json(200, FakeGrants.body("draft", "Toinen tarkoitus", "")));
        String mark =
                whileWriting(browser, PAGE + "/plan", plan)
                        .html()
                        .select("#saved")
                        .attr("data-seen");
        grants.on(
                "GET " + APPLICATION,
                Reply.json(200, FakeGrants.body("draft", "Toinen tarkoitus", ""))
                        .and("ETag", "\"4\""));
        assertThat(mark)
                .isNotEqualTo(plan.get("mark"))
                .isEqualTo(browser.open(PAGE + "/plan").html().select("main [name=mark]").val());
    }

    @Test
    void givesNothingBackThatWasSavedALittleLater() {
        browser.logIn(identityProvider(), "/login");
        String path = PAGE + "/sections/doing";
        Map<String, String> form = fields(browser.open(path).html().select("main form").getFirst());
        form.put("answers.what", "Ensimmäinen yritys");
        grants.on("GET " + APPLICATION, Reply.problem(503, "away"));
        assertThat(whileWriting(browser, path, form).status()).isEqualTo(503);
        FakeGrants.draft(grants);
        grants.on("PUT " + APPLICATION + "/sections/doing", Reply.json(200, "{\"answers\":{}}"));

        assertThat(whileWriting(browser, path, form).status()).isEqualTo(200);

        assertThat(browser.open(path).html().text()).doesNotContain("Ensimmäinen yritys");
    }

    @ParameterizedTest
    @CsvSource({"/plan,purpose", "/sections/doing,answers.what"})
    void keepsWhatWasWrittenWhenTheLoginIsOver(String part, String field) {
        identityProvider().tokensLive(Duration.ofSeconds(5));
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form(PAGE + part);
        form.put(field, "Pitkä oma tekstini");
        identityProvider().refuseRenewal();

        Page over = browser.submit(PAGE + part, form);

        assertThat(over.status()).isEqualTo(302);
        assertThat(puts()).isEmpty();
        identityProvider().tokensLive(Duration.ofMinutes(15));
        String login = over.location().getPath() + "?" + over.location().getQuery();
        Page back = browser.open(browser.logIn(identityProvider(), login).location().toString());
        assertThat(alert(back)).contains("ei ole vielä tallennettu");
        assertThat(back.html().select("[name='" + field + "']").text())
                .isEqualTo("Pitkä oma tekstini");
        assertThat(alert(browser.open(PAGE + part))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/m/743/my/calls/c1?association=k1,/m/743/my/calls/c1,purpose",
        PAGE + "/plan," + PAGE + "/plan,purpose",
        PAGE + "/sections/doing," + PAGE + "/sections/doing,answers.what"
    })
    void keepsWhatWasWrittenWhileTheServiceIsAway(String opened, String path, String field) {
        browser.logIn(identityProvider(), "/login");
        Document page = browser.open(opened).html();
        Map<String, String> form =
                fields(page.select("main form:has([name='" + field + "'])").getFirst());
        form.put(field, "Pitkä oma tekstini");
        form.put("requested", "300");
        form.put("email", "kyla@example.org");
        for (String asked : List.of("GET " + APPLICATION, "POST " + M + "/applications")) {
            grants.on(asked, exchange -> exchange.close());
        }

        Page away = browser.submit(path, form);

        assertThat(away.status()).isEqualTo(503);
        if (away.html().select("[name='" + field + "']").isEmpty()) {
            FakeGrants.draft(grants);
            away = browser.open(path);
            assertThat(alert(away)).contains("ei ole vielä tallennettu");
        }
        assertThat(away.html().select("[name='" + field + "']").text())
                .isEqualTo("Pitkä oma tekstini");
    }

    @Test
    void attachesAndRemovesFilesAndTellsWhatIsWrongWithThem() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(PAGE + "/files").html();
        assertThat(html.select(".rule").eachText())
                .containsExactly(
                        "Liitetty Säännöt (vain ensimmäisellä kerralla)", "Puuttuu Talousarvio");
        assertThat(html.select(".file a").text()).isEqualTo("säännöt <1>.pdf");
        assertThat(text(html)).contains("20 kt", "kukin enintään 5 Mt");
        String token = html.select("main [name=_csrf]").val();
        grants.on("POST " + APPLICATION + "/attachments", Reply.json(201, "{}"));

        Page attached = upload(token, "budget", "bud jetti.pdf", "%PDF-1.7 x");

        assertThat(attached.status()).as(attached.body()).isEqualTo(302);
        Asked sent = sent("POST", "/attachments");
        assertThat(sent.query()).isEqualTo("requirement=budget");
        assertThat(sent.body()).isEqualTo("%PDF-1.7 x");
        assertThat(sent.header("Content-Type")).containsExactly("application/octet-stream");
        assertThat(sent.header("Content-Disposition").getFirst())
                .contains("filename*=UTF-8''bud%20jetti.pdf");
        for (String code : List.of("type", "harmful", "empty", "taken", "new")) {
            grants.on(
                    "POST " + APPLICATION + "/attachments",
                    Reply.problem(
                            422,
                            "{\"errors\":[{\"field\":\"content\",\"code\":\"" + code + "\"}]}"));
            assertThat(alert(upload(token, "", "a.pdf", "x"))).isNotBlank().doesNotContain("??");
        }
        Page large = upload(token, "", "a.txt", "x".repeat(5 * 1024 * 1024 + 1));
        assertThat(large.status()).isEqualTo(422);
        assertThat(alert(large)).contains("liian suuri");
        grants.on("DELETE " + APPLICATION + "/attachments/ab12", Reply.with(204, "text/plain", ""));
        assertThat(
                        browser.submit(PAGE + "/files/ab12/removal", Map.of("_csrf", token))
                                .location()
                                .getQuery())
                .contains("done=removed");
    }

    @Test
    void handsInAndGivesAReceiptWithNumberAndTime() {
        browser.logIn(identityProvider(), "/login");
        Document draft = browser.open(PAGE).html();
        assertThat(text(draft))
                .contains("Kortesjärven kyläyhdistys", "Ei vielä vastauksia", "Liitteitä 1");
        grants.on("PUT " + APPLICATION + "/submission", FakeGrants.application("submitted", ""));

        Page sent = browser.submit(PAGE + "/submission", button(draft, "/submission"));

        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent("PUT", "/submission").header("If-Match")).containsExactly("\"3\"");
        FakeGrants.arrived(grants, "submitted", "", "");
        Document receipt = browser.open(sent.location().toString()).html();
        assertThat(receipt.select("[role=status]").text().replace('\u00a0', ' '))
                .contains("743/2026/00042", "ti 3.3.2026 klo 12.00");
        assertThat(receipt.select("form[action$=/submission]")).isEmpty();
        assertThat(receipt.select("form[action$=/withdrawal]")).hasSize(1);
    }

    @Test
    void tellsWhatIsMissingAndTheWayToIt() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = button(browser.open(PAGE).html(), "/submission");
        grants.on(
                "PUT " + APPLICATION + "/submission",
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"answers.doing.what\",\"code\":\"missing\"},"
                                + "{\"field\":\"attachments.budget\",\"code\":\"missing\"}]}"));

        Page page = browser.submit(PAGE + "/submission", form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly(PAGE + "/sections/doing#answers.what", PAGE + "/files");
        for (String reason : List.of("call-closed", "over-cap")) {
            grants.on(
                    "PUT " + APPLICATION + "/submission",
                    Reply.problem(409, "{\"reason\":\"" + reason + "\"}"));
            assertThat(alert(browser.submit(PAGE + "/submission", form)))
                    .isNotBlank()
                    .doesNotContain("??");
        }
        grants.on("PUT " + APPLICATION + "/submission", Reply.problem(412, "stale"));
        assertThat(alert(browser.submit(PAGE + "/submission", form))).contains("muutettu");
        grants.on("PUT " + APPLICATION + "/submission", exchange -> exchange.close());
        assertThat(browser.submit(PAGE + "/submission", form).status()).isEqualTo(503);
    }

    @Test
    void showsWhatIsToBeCompletedAndSendsItAgain() {
        browser.logIn(identityProvider(), "/login");
        FakeGrants.arrived(
                grants,
                "supplementing",
                "\"supplement\":{\"what\":{\"fi\":\"Tilinpäätös"
                        + " puuttuu\"},\"dueOn\":\"2026-05-01\"},",
                "{\"what\":\"supplement\",\"on\":\"2026-05-01\",\"overdue\":false}");
        Document html = browser.open(PAGE).html();

        assertThat(text(html))
                .contains("Täydennä hakemus viimeistään pe 1.5.2026.", "Tilinpäätös puuttuu");
        assertThat(html.select("a[href$=/plan]")).isEmpty();
        assertThat(html.select("a[href$=/files]")).hasSize(1);
        assertThat(browser.open(PAGE + "/plan").status()).isEqualTo(404);
        grants.on("PUT " + APPLICATION + "/supplement", FakeGrants.application("submitted", ""));
        Page sent = browser.submit(PAGE + "/supplement", button(html, "/supplement"));
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent("PUT", "/supplement").header("If-Match")).containsExactly("\"4\"");
    }

    @Test
    void showsTheDecisionAndLetsTheGrantBeAcceptedOrDeclined() {
        browser.logIn(identityProvider(), "/login");
        FakeGrants.granted(grants);
        assertThat(browser.open(PAGE).html().select("a[href*=document.pdf]")).isEmpty();
        grants.on(
                "GET " + APPLICATION + "/decision/appeal-instruction",
                Reply.json(200, "{\"language\":\"sv\"}"));

        Document html = browser.open(PAGE + "?lang=sv").html();

        assertThat(text(html))
                .contains("250 €", "Määräraha <b>ei riitä", "Kiitos hyvästä", "Käytetään kuten")
                .contains("senast fre 1.5.2026");
        assertThat(html.select("main b")).isEmpty();
        assertThat(html.select("a[href*=document.pdf]").attr("href"))
                .isEqualTo("/api/grants" + APPLICATION + "/decision/document.pdf?language=sv");
        for (String answer : List.of("acceptance", "refusal")) {
            grants.on(
                    "PUT " + APPLICATION + "/award/" + answer,
                    Reply.json(200, "{\"answer\":\"accepted\",\"paid\":\"0.00\"}"));
            Page answered = browser.submit(PAGE + "/" + answer, button(html, "/" + answer));
            assertThat(answered.location().getQuery()).contains("done=" + answer);
            assertThat(sent("PUT", "/award/" + answer).header("If-Match")).containsExactly("\"1\"");
        }
        FakeGrants.award(grants, "accepted");
        assertThat(browser.open(PAGE).html().select("form[action$=/acceptance]")).isEmpty();
        grants.on(
                "PUT " + APPLICATION + "/award/refusal",
                Reply.problem(409, "{\"reason\":\"already-paid\"}"));
        assertThat(alert(browser.submit(PAGE + "/refusal", button(html, "/refusal"))))
                .contains("maksettu");
    }

    @ParameterizedTest
    @CsvSource({
        "draft,hand-in,Hakuaika on päättynyt",
        "supplementing,supplement,Täydennysaika päättyi pe 1.5.2026",
        "granted,report,käyttöselvitys olisi pitänyt antaa"
    })
    void tellsKindlyWhatIsLateAndOffersNoButtonForIt(String status, String what, String words) {
        browser.logIn(identityProvider(), "/login");
        FakeGrants.arrived(
                grants,
                status,
                status.equals("supplementing")
                        ? "\"supplement\":{\"what\":{\"fi\":\"Säännöt\"},\"dueOn\":\"2026-05-01\"},"
                        : "",
                "{\"what\":\"%s\",\"on\":\"2026-05-01\",\"overdue\":true}".formatted(what));

        Document html = browser.open(PAGE).html();

        assertThat(html.select(".notice.late").text().replace('\u00a0', ' ')).contains(words);
        assertThat(html.select("form[action$=/submission], form[action$=/supplement]")).isEmpty();
    }

    private Page upload(String token, String requirement, String name, String content) {
        return Forms.upload(
                browser,
                PAGE + "/files",
                Map.of("_csrf", token, "requirement", requirement),
                name,
                content);
    }

    private List<Asked> puts() {
        return grants.asked().stream().filter(asked -> asked.method().equals("PUT")).toList();
    }

    private Asked sent(String method, String end) {
        return grants.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> form(String path) {
        return fields(browser.open(path).html().select("main form[method=post]").getFirst());
    }
}
