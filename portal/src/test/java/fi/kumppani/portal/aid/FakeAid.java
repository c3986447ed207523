package fi.kumppani.portal.aid;

import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/**
 * What grants-service tells of an applicant's de minimis aid, and what of a declaration it takes.
 */
public final class FakeAid {

    static final String API = FakeWork.APPLICATION + "/de-minimis";

    static final String NEVER = "";

    /** That the applicant declared something here. */
    public static final String HERE =
            """
            ,"declaredAt":"2026-11-02T10:00:00Z","declared":[
              {"granter":"Elinvoimakeskus <b>","grantedOn":"2025-05-05","amount":"1200.50"}]
            """;

    static final String ELSEWHERE = ",\"declaredAt\":\"2026-11-03T10:00:00Z\"";

    private FakeAid() {}

    /**
     * The account.
     *
     * @param declared what is told of the declaration, with a comma before it
     * @param version of the whole account
     */
    public static void tell(StubService grants, String declared, int version) {
        grants.on("GET " + API, Reply.json(200, account(declared)).and("ETag", etag(version)));
        grants.on(
                "PUT " + API + "/declaration",
                exchange -> answer(grants.last("PUT"), version).answer(exchange));
    }

    private static Reply answer(Asked asked, int version) {
        if (!asked.header("If-Match").equals(List.of(etag(version)))) {
            return Reply.problem(412, "{}");
        }
        JsonNode items = JsonMapper.shared().readTree(asked.body()).path("items");
        if (!items.isArray()) {
            return Reply.problem(400, "{}");
        }
        for (JsonNode item : items) {
            if (item.path("granter").asString().isBlank()
                    || !item.path("grantedOn").asString().matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}")
                    || !item.path("amount").asString().matches("[1-9][0-9]*\\.[0-9]{2}")) {
                return Reply.problem(422, "{\"errors\":[{\"field\":\"items[0]\",\"code\":\"x\"}]}");
            }
        }
        return Reply.json(200, account(HERE));
    }

    private static String account(String declared) {
        return """
        {"day":"2026-11-23","limit":"300000.00","used":"4200.50","left":"295799.50",
         "grants":[{"municipality":"743","amount":"3000.00","grantedOn":"2025-03-03"},
                   {"municipality":"999","amount":"10.00","grantedOn":"2025-03-04"}],
         "declaredSum":"1200.50"%s}
        """
                .formatted(declared);
    }

    private static String etag(int version) {
        return "\"" + version + "\"";
    }
}
