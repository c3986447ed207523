package fi.kumppani.portal.correctionwork;

import fi.kumppani.portal.official.FakeDecided;
import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.List;

/** Keeps the decisions on an application as grants-service does, and refuses what it refuses. */
public final class FakeVersions {

    static final String VERSIONS = FakeWork.APPLICATION + "/decision/versions";
    static final String CORRECTIONS = FakeWork.APPLICATION + "/decision/corrections";
    static final String PAGE = FakeWork.PAGE + "/corrections";

    private static final String FIRST =
            """
            {"number":1,"outcome":"partly-granted","verdict":{"decision":"grant","amount":"250.00",
              "reasons":["not-sufficient"],"explanation":{"fi":"Ensin <i>näin"}},
             "maker":{"kind":"official","title":"Sivistysjohtaja","section":"§ 11"},"decidedOn":"2026-03-20"}
            """;
    private static final String SECOND =
            """
            {"number":2,"cause":"clerical-error","outcome":"granted","verdict":{"decision":"grant","amount":"300.00",
              "shares":[{"category":"materials","amount":"200.00"},{"category":"rent","amount":"100.00"}],
              "reasons":[],"explanation":{"fi":"Lyöntivirhe"},"secret":"Terveys <b>"},
             "maker":{"kind":"official","title":"Sivistysjohtaja","section":"§ 12"},"decidedOn":"2026-04-01"}
            """;
    private static final String THIRD =
            """
            {"number":3,"cause":"claim","outcome":"granted","verdict":{"decision":"grant","amount":"350.50","reasons":[]},
             "maker":{"kind":"board","title":"sivistyslautakunta"},"decidedOn":"2026-05-02"}
            """;

    private int inForce = 2;

    /** A decision that was corrected once. */
    public FakeVersions(StubService grants, StubService registry) {
        FakeDecided.granted(grants, registry);
        grants.on(
                "GET " + VERSIONS,
                exchange ->
                        Reply.json(
                                        200,
                                        "{\"items\":["
                                                + String.join(
                                                        ",",
                                                        List.of(FIRST, SECOND, THIRD)
                                                                .subList(0, inForce))
                                                + "]}")
                                .answer(exchange));
        grants.on(
                "POST " + CORRECTIONS, exchange -> corrected(grants.last("POST")).answer(exchange));
    }

    /** Somebody else decides anew. */
    void isReplaced() {
        inForce = 3;
    }

    private Reply corrected(Asked asked) {
        JsonNode body = JsonMapper.shared().readTree(asked.body());
        JsonNode verdict = body.path("verdict");
        boolean isGrant = verdict.path("decision").asString().equals("grant");
        BigDecimal amount =
                isGrant ? new BigDecimal(verdict.path("amount").asString()) : BigDecimal.ZERO;
        if (asked.header("Idempotency-Key").isEmpty()
                || !List.of("factual", "clerical").contains(body.path("error").asString())) {
            return Reply.problem(400, "{}");
        }
        BigDecimal shares = BigDecimal.ZERO;
        for (JsonNode share : verdict.path("shares")) {
            shares = shares.add(new BigDecimal(share.path("amount").asString()));
        }
        if (!verdict.path("shares").isEmpty() && (!isGrant || shares.compareTo(amount) != 0)) {
            return wrong("verdict.shares");
        }
        if (!isGrant && verdict.path("reasons").isEmpty()) {
            return wrong("verdict.reasons");
        }
        if (amount.compareTo(new BigDecimal("300.00")) < 0
                && !body.has("consentedOn")
                && !body.path("causedByParty").asBoolean()) {
            return wrong("consentedOn");
        }
        if (body.path("corrects").asInt() != inForce) {
            return FakeWork.refused("already-revised");
        }
        if (amount.compareTo(new BigDecimal("350.50")) > 0) {
            return FakeWork.refused("over-requested");
        }
        return Reply.json(201, "{\"decision\":3,\"outcome\":\"granted\",\"granted\":\"1.00\"}");
    }

    private static Reply wrong(String field) {
        return Reply.problem(
                422, "{\"errors\":[{\"field\":\"%s\",\"code\":\"missing\"}]}".formatted(field));
    }
}
