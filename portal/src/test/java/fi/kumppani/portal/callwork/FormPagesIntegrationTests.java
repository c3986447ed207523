package fi.kumppani.portal.callwork;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/** The forms of calls: sections and questions that are written, moved and taken away. */
class FormPagesIntegrationTests extends PortalUnderTest {

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);
    private FakeForms forms;

    @BeforeEach
    void haveAForm() {
        forms = new FakeForms(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer");
        browser.logIn(identityProvider(), "/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FakeForms.LIST_PAGE,
                FakeForms.NEW_PAGE,
                FakeForms.PAGE,
                FakeForms.TITLE_PAGE,
                FakeForms.SECTION_PAGE,
                FakeForms.NEW_SECTION_PAGE,
                FakeForms.QUESTION_PAGE,
                FakeForms.CONDITIONAL_PAGE,
                FakeForms.NEW_QUESTION_PAGE,
                FakeForms.PREVIEW_PAGE
            })
    void letsOfficersOfTheMunicipalityInAndNobodyElse(String path) {
        assertThat(browser().open(path).location().getPath()).isEqualTo("/login");
        identityProvider().rolesAre("decision-maker");
        Browser decider = browser();
        decider.logIn(identityProvider(), "/login");
        assertThat(decider.open(path).status()).isEqualTo(404);
        assertThat(browser.open(path.replace("743", "179")).status()).isEqualTo(404);
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("main b")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FakeForms.NEW_PAGE,
                FakeForms.PAGE,
                FakeForms.PAGE + "/copies",
                FakeForms.TITLE_PAGE,
                FakeForms.SECTION_PAGE,
                FakeForms.QUESTION_PAGE
            })
    void refusesAFormWithoutItsToken(String path) {
        assertThat(browser.submit(path, Map.of("move", "up", "part", "q:for")).status())
                .isEqualTo(403);
        assertThat(grants.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FakeForms.PAGE + "/sections/nowhere",
                FakeForms.PAGE + "/sections/plan/questions/nothing",
                FakeForms.PAGE + "/sections/nowhere/questions/_new",
                FakeForms.PAGE + "/sections/_new/questions/hall",
                FakeForms.LIST_PAGE + "/f2"
            })
    void hasNoPageForPartsThatAreNotThere(String path) {
        assertThat(browser.open(path).status()).isEqualTo(404);
    }

    @Test
    void isReachedFromCallsAndListsAllForms() {
        assertThat(browser.open(FakeCalls.LIST_PAGE).html().select("main a").eachAttr("href"))
                .contains(FakeForms.LIST_PAGE);
        assertThat(browser.open(FakeCalls.EDIT_PAGE).html().select("main a").eachAttr("href"))
                .contains(FakeForms.LIST_PAGE);

        Document html = browser.open(FakeForms.LIST_PAGE).html();
        assertThat(html.select("h2 a").attr("href")).isEqualTo(FakeForms.PAGE);
        assertThat(Forms.text(html)).contains("Hakulomake", "Versio 2");

        grants.on("GET " + FakeForms.FORMS, Reply.problem(503, "away"));
        assertThat(browser.open(FakeForms.LIST_PAGE).status()).isEqualTo(503);
    }

    @Test
    void showsSectionsAndQuestionsAndWhereTheFormIsUsed() {
        Document html = browser.open(FakeForms.PAGE).html();

        assertThat(html.select("h2").eachText()).containsExactly("Yhdistys", "Suunnitelma");
        assertThat(html.select("h3").eachText())
                .containsExactly(
                        "Yhdistyksen nimi", "Jäseniä", "Keille", "Tarvitaanko sali?", "Mikä sali?");
        assertThat(Forms.text(html))
                .contains("Kysytään vain suuremmissa hakemuksissa")
                .contains("Kysytään vain tiettyjen vastausten jälkeen");
        assertThat(html.select(".notice li").eachText()).containsExactly("Kylien <b>raha");
        assertThat(html.select("form:has([value='q:name']) [value=up]")).isEmpty();
        assertThat(html.select("form:has([value='s:plan']) [value=down]")).isEmpty();
    }

    @Test
    void movesAndTakesAwayWithoutLosingWhatNoPageKnows() {
        Page moved = act("q:for", "up");
        assertThat(moved.location().toString()).endsWith("/forms/f1?done=up");
        assertThat(grants.last("PUT").header("If-Match")).containsExactly("\"2\"");
        assertThat(tree(grants.last("PUT").body()).get("mystery")).isEqualTo(tree("{\"a\":1}"));
        assertThat(questions()).containsExactly("name", "for", "members", "hall", "which");
        assertThat(sent().at("/sections/0/questions/2/mystery").asInt()).isEqualTo(3);

        act("q:members", "down");
        assertThat(sent().at("/sections/1/questions").findValuesAsString("id"))
                .containsExactly("members", "hall", "which");
        act("q:name", "remove");
        act("s:plan", "up");
        assertThat(questions()).containsExactly("members", "hall", "which", "for");
        act("s:association", "remove");
        assertThat(questions()).containsExactly("members", "hall", "which");

        Document html = browser.open(FakeForms.PAGE + "?done=remove").html();
        assertThat(html.select("[role=status]").text()).contains("Poistettu");
        assertThat(html.select("form:has([value='s:plan']) [value=remove]")).isEmpty();
    }

    @Test
    void refusesToMoveAQuestionBeforeTheAnswerItDependsOn() {
        Page refused = act("q:which", "up");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(Forms.alert(refused)).contains("vain tietyn aiemman vastauksen jälkeen");
        assertThat(refused.html().select("h3").eachText()).endsWith("Mikä sali?");
        assertThat(act("q:hall", "remove").status()).isEqualTo(422);
        assertThat(browser.submit(FakeForms.PAGE, button("q:for", "turn")).status()).isEqualTo(404);
    }

    @Test
    void saysThatSomebodyElseHasChangedTheForm() {
        Map<String, String> button = button("q:for", "up");
        forms.changes("Jäseniä", "Montako jäsentä");

        Page stale = browser.submit(FakeForms.PAGE, button);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(Forms.alert(stale)).contains("Joku muu ehti");
        assertThat(Forms.text(stale.html())).contains("Montako jäsentä");
    }

    @Test
    void savesAQuestionAsItIs() {
        Map<String, String> form = filled(FakeForms.QUESTION_PAGE);
        assertThat(form)
                .containsEntry("question.kind", "several")
                .containsEntry("question.options-0.label.sv", "Unga")
                .containsEntry("question.options-1.id", "old");

        assertThat(browser.submit(FakeForms.QUESTION_PAGE, form).location().toString())
                .endsWith("/forms/f1?done=saved");
        assertThat(sent()).isEqualTo(tree("{" + FakeForms.CONTENT + "}"));

        assertThat(
                        browser.submit(
                                        FakeForms.CONDITIONAL_PAGE,
                                        filled(FakeForms.CONDITIONAL_PAGE))
                                .status())
                .isEqualTo(302);
        assertThat(sent()).isEqualTo(tree("{" + FakeForms.CONTENT + "}"));
        for (String page : List.of(FakeForms.TITLE_PAGE, FakeForms.SECTION_PAGE)) {
            assertThat(browser.submit(page, filled(page)).status()).isEqualTo(302);
            assertThat(sent()).isEqualTo(tree("{" + FakeForms.CONTENT + "}"));
        }
    }

    @Test
    void takesAwayAnOptionAndAddsAnother() {
        Map<String, String> form = filled(FakeForms.QUESTION_PAGE);
        form.put("question.options-0.label.fi", "");
        form.put("question.options-0.label.sv", "");
        form.put("question.options-2.label.fi", "Kaikille");
        form.put("question.help.en", "Choose");

        assertThat(browser.submit(FakeForms.QUESTION_PAGE, form).status()).isEqualTo(302);

        JsonNode question = sent().at("/sections/0/questions/2");
        assertThat(question.get("options").findValuesAsString("id")).containsExactly("old", "no-1");
        assertThat(question.at("/help/en").asString()).isEqualTo("Choose");
    }

    @ParameterizedTest
    @CsvSource({
        "question.label.fi, '', question.label.fi, Kirjoita kysymys",
        "question.kind, line, question.kind, ainakin",
        "question.kind, mystery, question.kind, Tarkista vastaustapa",
        "question.least, paljon, question.least, kokonaislukuja",
        "question.least, 3, question.least, vain luvuilla",
        "question.prefill, association-name, question.prefill, yhden rivin",
        "question.condition, which:yes, question.condition, minkä vastausten jälkeen"
    })
    void putsWhatIsWrongAtItsField(String field, String value, String at, String text) {
        Map<String, String> form = filled(FakeForms.QUESTION_PAGE);
        form.put("question.help.sv", "Kort");
        form.put(field, value);

        Page refused = browser.submit(FakeForms.QUESTION_PAGE, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#" + at);
        assertThat(refused.html().select("[id='" + at + "-wrong']").text())
                .containsIgnoringCase(text.equals("ainakin") ? "vähintään kaksi" : text);
        assertThat(refused.html().select("[name='question.help.sv']").text()).isEqualTo("Kort");
    }

    @Test
    void saysWhenAnotherQuestionDependsOnWhatIsChanged() {
        String hall = FakeForms.PAGE + "/sections/plan/questions/hall";
        Map<String, String> form = filled(hall);
        form.put("question.kind", "text");

        Page refused = browser.submit(hall, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(Forms.alert(refused)).contains("vain tietyn aiemman vastauksen jälkeen");
    }

    @Test
    void addsAQuestionThatIsAskedAfterAnAnswer() {
        Document html = browser.open(FakeForms.NEW_QUESTION_PAGE).html();
        assertThat(html.select("[name='question.condition']").eachAttr("value"))
                .containsExactly("for:young", "for:old", "hall:yes", "hall:no");
        Map<String, String> form = Forms.filled(html, 0);
        form.put("question.label.fi", "Milloin?");
        form.put("question.kind", "one");
        form.put("question.options-0.label.fi", "Aamulla");
        form.put("question.options-1.label.fi", "Illalla");
        form.put("question.condition", "hall:no");
        form.put("question.required", "true");

        assertThat(browser.submit(FakeForms.NEW_QUESTION_PAGE, form).status()).isEqualTo(302);

        assertThat(sent().at("/sections/1/questions/2"))
                .isEqualTo(
                        tree(
                                """
                                {"id":"q-1","label":{"fi":"Milloin?"},"kind":"one","required":true,
                                 "options":[{"id":"no-1","label":{"fi":"Aamulla"}},
                                  {"id":"no-2","label":{"fi":"Illalla"}}],
                                 "condition":{"question":"hall","anyOf":["no"]}}
                                """));
    }

    @Test
    void addsASectionWithItsFirstQuestion() {
        Map<String, String> form = filled(FakeForms.NEW_SECTION_PAGE);
        assertThat(form).containsEntry("section.light", "true");
        form.put("section.title.sv", "Budget");
        Page wrong = browser.submit(FakeForms.NEW_SECTION_PAGE, form);
        assertThat(wrong.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#question.label.fi");
        form.put("question.label.sv", "Hur mycket?");
        form.put("question.kind", "amount");

        assertThat(browser.submit(FakeForms.NEW_SECTION_PAGE, form).status()).isEqualTo(302);

        assertThat(sent().at("/sections/2"))
                .isEqualTo(
                        tree(
                                """
                                {"id":"s-1","title":{"sv":"Budget"},"light":true,"questions":[
                                 {"id":"q-1","label":{"sv":"Hur mycket?"},"kind":"amount","required":false}]}
                                """));
    }

    @Test
    void savesBesideWhatOthersChangeElsewhereInTheForm() {
        Map<String, String> form = filled(FakeForms.SECTION_PAGE);
        form.put("section.title.en", "Plan");
        forms.changes("Jäseniä", "Montako jäsentä");

        assertThat(browser.submit(FakeForms.SECTION_PAGE, form).status()).isEqualTo(302);

        assertThat(sent().at("/sections/1/title/en").asString()).isEqualTo("Plan");
        assertThat(sent().at("/sections/0/questions/1/label/fi").asString())
                .isEqualTo("Montako jäsentä");
    }

    @Test
    void showsBothTextsWhenSomebodyElseWroteTheSamePart() {
        Map<String, String> form = filled(FakeForms.CONDITIONAL_PAGE);
        form.put("question.label.fi", "Minun kysymykseni");
        forms.changes("Mikä sali?", "Toisen kysymys");

        Page stale = browser.submit(FakeForms.CONDITIONAL_PAGE, form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(Forms.alert(stale)).contains("Joku muu ehti");
        assertThat(stale.html().select("[name='question.label.fi']").val())
                .isEqualTo("Minun kysymykseni");
        assertThat(Forms.text(stale.html())).contains("Toisen kysymys");
        assertThat(
                        browser.submit(FakeForms.CONDITIONAL_PAGE, Forms.filled(stale.html(), 0))
                                .status())
                .isEqualTo(302);
    }

    @Test
    void keepsWhatWasWrittenWhileTheServiceIsAway() {
        Map<String, String> form = filled(FakeForms.CONDITIONAL_PAGE);
        form.put("question.help.fi", "Pitkä ohje");
        grants.on("PUT " + FakeForms.ONE, exchange -> exchange.close());
        Page away = browser.submit(FakeForms.CONDITIONAL_PAGE, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name='question.help.fi']").text()).isEqualTo("Pitkä ohje");

        grants.on("GET " + FakeForms.ONE, Reply.problem(503, "away"));
        assertThat(browser.submit(FakeForms.CONDITIONAL_PAGE, form).status()).isEqualTo(503);
        forms.answers();
        Document again = browser.open(FakeForms.CONDITIONAL_PAGE).html();
        assertThat(again.select("[name='question.help.fi']").text()).isEqualTo("Pitkä ohje");
        assertThat(again.select("[role=alert]").text()).contains("tallella");
    }

    @Test
    void beginsAFormOnce() {
        Map<String, String> form = filled(FakeForms.NEW_PAGE);
        Page empty = browser.submit(FakeForms.NEW_PAGE, form);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#title.fi", "#section.title.fi", "#question.label.fi");

        form.put("title.fi", "Tapahtumat");
        form.put("section.title.fi", "Hakija");
        form.put("question.label.fi", "Nimi");
        form.put("question.prefill", "association-name");
        assertThat(browser.submit(FakeForms.NEW_PAGE, form).location().toString())
                .endsWith("/forms/f9?done=begun");
        assertThat(grants.last("POST").header("Idempotency-Key")).containsExactly(form.get("key"));
        assertThat(tree(grants.last("POST").body()))
                .isEqualTo(
                        tree(
                                """
                                {"title":{"fi":"Tapahtumat"},"sections":[{"id":"s-1","title":{"fi":"Hakija"},"light":true,
                                 "questions":[{"id":"q-1","label":{"fi":"Nimi"},"kind":"line","required":false,
                                  "prefill":"association-name"}]}]}
                                """));
    }

    @Test
    void copiesAFormThatHasAllItsVersions() {
        grants.on("PUT " + FakeForms.ONE, FakeWork.refused("versions-full"));
        assertThat(Forms.alert(act("q:for", "up"))).contains("Tee siitä kopio");

        Map<String, String> copy =
                Forms.button(browser.open(FakeForms.PAGE).html(), "/forms/f1/copies");
        assertThat(browser.submit(FakeForms.PAGE + "/copies", copy).location().toString())
                .endsWith("/forms/f9?done=copied");
        assertThat(tree(grants.last("POST").body())).isEqualTo(tree("{" + FakeForms.CONTENT + "}"));
        assertThat(grants.last("POST").header("Idempotency-Key")).containsExactly(copy.get("key"));
    }

    @Test
    void showsTheFormAsApplicantsMeetIt() {
        Document html = browser.open(FakeForms.PREVIEW_PAGE + "?lang=sv").html();

        assertThat(html.select("h2").eachText()).containsExactly("Förening", "Suunnitelma");
        assertThat(html.select("h2").get(1).attr("lang")).isEqualTo("fi");
        assertThat(html.select("[name='answers.for'][type=checkbox]").eachAttr("value"))
                .containsExactly("young", "old");
        assertThat(html.select("[name='answers.hall'][type=radio]")).hasSize(2);
        assertThat(html.select(".question[data-when='answers.hall']").text())
                .contains("Mikä sali?", "Ja");
        assertThat(html.select("main form, main button")).isEmpty();
    }

    private Map<String, String> filled(String page) {
        return Forms.filled(browser.open(page).html(), 0);
    }

    private Map<String, String> button(String part, String move) {
        Document html = browser.open(FakeForms.PAGE).html();
        Map<String, String> form =
                Forms.fields(html.select("form:has([value='" + part + "'])").getFirst());
        form.put("move", move);
        return form;
    }

    private Page act(String part, String move) {
        return browser.submit(FakeForms.PAGE, button(part, move));
    }

    private JsonNode sent() {
        return tree(grants.last("PUT").body());
    }

    private List<String> questions() {
        return sent().get("sections").findValues("questions").stream()
                .flatMap(each -> each.valueStream())
                .map(each -> each.get("id").asString())
                .toList();
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
