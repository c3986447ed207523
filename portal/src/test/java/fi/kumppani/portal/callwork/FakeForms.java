package fi.kumppani.portal.callwork;

import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps a form as grants-service does, and refuses what it refuses. */
public final class FakeForms {

    static final String FORMS = FakeWork.M + "/forms";
    static final String ONE = FORMS + "/f1";
    static final String LIST_PAGE = FakeWork.WORK + "/forms";
    static final String NEW_PAGE = LIST_PAGE + "/new";
    static final String PAGE = LIST_PAGE + "/f1";
    static final String TITLE_PAGE = PAGE + "/title";
    static final String SECTION_PAGE = PAGE + "/sections/plan";
    static final String NEW_SECTION_PAGE = PAGE + "/sections/_new";
    static final String QUESTION_PAGE = PAGE + "/sections/association/questions/for";
    static final String CONDITIONAL_PAGE = PAGE + "/sections/plan/questions/which";
    static final String NEW_QUESTION_PAGE = PAGE + "/sections/plan/questions/_new";
    static final String PREVIEW_PAGE = PAGE + "/preview";

    /** Two sections, with something that no page knows. */
    static final String CONTENT =
            """
            "title":{"fi":"Kylien <b>lomake","sv":"Byarnas blankett"},"mystery":{"a":1},"sections":[
             {"id":"association","title":{"fi":"Yhdistys","sv":"Förening"},"help":{"fi":"Kerro lyhyesti"},"light":true,"mystery":2,
              "questions":[
              {"id":"name","label":{"fi":"Yhdistyksen nimi"},"kind":"line","required":true,"prefill":"association-name"},
              {"id":"members","label":{"fi":"Jäseniä"},"kind":"number","required":false,"least":-1,"most":100000,"mystery":3},
              {"id":"for","label":{"fi":"Keille"},"kind":"several","required":true,"options":[
               {"id":"young","label":{"fi":"Nuorille","sv":"Unga"},"mystery":4},{"id":"old","label":{"fi":"Vanhoille"}}]}]},
             {"id":"plan","title":{"fi":"Suunnitelma"},"light":false,"questions":[
              {"id":"hall","label":{"fi":"Tarvitaanko sali?"},"kind":"yes-no","required":true},
              {"id":"which","label":{"fi":"Mikä sali?"},"kind":"text","required":false,
               "condition":{"question":"hall","anyOf":["yes"]}}]}]
            """;

    private static final Set<String> CHOICES = Set.of("one", "several");
    private static final Set<String> KINDS =
            Set.of("line", "text", "number", "amount", "date", "yes-no", "one", "several");
    private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";

    private final StubService grants;
    private String content = CONTENT;
    private int version = 2;

    /** A form of two sections, and calls that may ask for it. */
    public FakeForms(StubService grants, StubService registry) {
        this.grants = grants;
        FakeCalls.arePlanned(grants, registry);
        answers();
    }

    /** From now on it answers, as after it was away. */
    void answers() {
        grants.on(
                "GET " + ONE,
                exchange -> Reply.json(200, told()).and("ETag", etag()).answer(exchange));
        grants.on("PUT " + ONE, exchange -> written(grants.last("PUT")).answer(exchange));
        grants.on("POST " + FORMS, exchange -> begun(grants.last("POST")).answer(exchange));
    }

    /** Somebody else writes it. */
    void changes(String from, String to) {
        content = content.replace(from, to);
        version++;
    }

    private String etag() {
        return "\"" + version + "\"";
    }

    private String told() {
        return "{\"id\":\"f1\",\"version\":%d,%s}".formatted(version, content);
    }

    private Reply written(Asked asked) {
        if (!asked.header("If-Match").equals(List.of(etag()))) {
            return Reply.problem(412, "{}");
        }
        List<String> faults = faults(asked.body());
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        String body = asked.body();
        content = body.substring(body.indexOf('{') + 1, body.lastIndexOf('}'));
        version++;
        return Reply.json(200, told()).and("ETag", etag());
    }

    private static Reply begun(Asked asked) {
        if (asked.header("Idempotency-Key").isEmpty()) {
            return Reply.problem(400, "{}");
        }
        List<String> faults = faults(asked.body());
        return faults.isEmpty()
                ? Reply.json(201, "{\"id\":\"f9\",\"version\":1}")
                : refused(faults);
    }

    private static Reply refused(List<String> faults) {
        List<String> errors =
                faults.stream().map("{\"field\":\"%s\",\"code\":\"wrong\"}"::formatted).toList();
        return Reply.problem(422, "{\"errors\":[" + String.join(",", errors) + "]}");
    }

    /** What is wrong with a form, in the same paths. */
    private static List<String> faults(String body) {
        JsonNode form = JsonMapper.shared().readTree(body);
        List<String> found = new ArrayList<>();
        if (form.has("id") || form.has("version")) {
            found.add("id");
        }
        needText(form.path("title"), "title", 200, found);
        Set<String> sectionIds = new HashSet<>();
        Map<String, Set<String>> before = new LinkedHashMap<>();
        needSize(form.path("sections"), "sections", 30, found);
        for (int at = 0; at < form.path("sections").size(); at++) {
            JsonNode section = form.path("sections").get(at);
            String path = "sections[" + at + "]";
            needId(section, path, sectionIds.add(section.path("id").asString()), found);
            needText(section.path("title"), path + ".title", 200, found);
            needSize(section.path("questions"), path + ".questions", 100, found);
            for (int place = 0; place < section.path("questions").size(); place++) {
                check(
                        section.path("questions").get(place),
                        path + ".questions[" + place + "]",
                        before,
                        found);
            }
        }
        return found;
    }

    private static void check(
            JsonNode question, String path, Map<String, Set<String>> before, List<String> found) {
        String id = question.path("id").asString();
        String kind = question.path("kind").asString();
        needId(question, path, !before.containsKey(id), found);
        needText(question.path("label"), path + ".label", 500, found);
        if (!KINDS.contains(kind)) {
            found.add(path + ".kind");
        }
        Set<String> options = new HashSet<>();
        question.path("options").forEach(option -> options.add(option.path("id").asString()));
        boolean isSound =
                CHOICES.contains(kind)
                        ? options.size() > 1 && options.size() == question.path("options").size()
                        : options.isEmpty();
        if (!isSound) {
            found.add(path + ".options");
        }
        boolean isLimited = question.has("least") || question.has("most");
        if (isLimited
                && (!kind.equals("number")
                        || question.path("least").asInt(Integer.MIN_VALUE)
                                > question.path("most").asInt(Integer.MAX_VALUE))) {
            found.add(path + ".least");
        }
        if (question.has("prefill") && !kind.equals("line")) {
            found.add(path + ".prefill");
        }
        JsonNode condition = question.path("condition");
        if (condition.isObject()) {
            Set<String> answers =
                    before.getOrDefault(condition.path("question").asString(), Set.of());
            List<String> asked = new ArrayList<>();
            condition.path("anyOf").forEach(each -> asked.add(each.asString()));
            if (asked.isEmpty() || !answers.containsAll(asked)) {
                found.add(path + ".condition");
            }
        }
        before.put(id, kind.equals("yes-no") ? Set.of("yes", "no") : options);
    }

    private static void needId(JsonNode part, String path, boolean isOwn, List<String> found) {
        if (!isOwn || !part.path("id").asString().matches(ID)) {
            found.add(path + ".id");
        }
    }

    private static void needSize(JsonNode list, String path, int most, List<String> found) {
        if (list.isEmpty() || list.size() > most) {
            found.add(path);
        }
    }

    private static void needText(JsonNode text, String path, int longest, List<String> found) {
        boolean isWritten = false;
        for (JsonNode each : text) {
            isWritten |= !each.asString().isBlank();
            if (each.asString().length() > longest) {
                found.add(path);
            }
        }
        if (!isWritten) {
            found.add(path);
        }
    }
}
