package fi.kumppani.portal.callwork;

import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

/** What grants-service tells of calls that are planned, as a test says. */
public final class FakeCalls {

    static final String CALLS = FakeWork.M + "/calls";
    static final String DRAFT = CALLS + "/d1";
    static final String LIST_PAGE = FakeWork.WORK + "/calls";
    static final String NEW_PAGE = LIST_PAGE + "/new";
    static final String EDIT_PAGE = LIST_PAGE + "/d1/edit";
    static final String PUBLISH_PAGE = LIST_PAGE + "/d1/publication";

    /** All that a call can say, and something that no page knows. */
    static final String TERMS =
            """
            "title":{"fi":"Kylien <b>raha","sv":"Bypengar"},"description":{"fi":"Kyliin\\nja kortteleihin"},
            "criteria":{"fi":"Kaikille avoin"},"year":2027,"budget":"30000.00","capPerApplication":"400.50",
            "eligibleForms":["registered-association"],"opensAt":"2099-01-01T06:00:00Z",
            "closesAt":"2099-06-30T12:00:00Z","publishAt":"2098-12-01T06:00:00Z","mystery":{"a":[1]},
            "rounds":[{"name":{"fi":"Kevät"},"opensAt":"2099-01-01T06:00:00Z","closesAt":"2099-03-31T12:00:00Z",
              "onlyIfMoneyIsLeft":false},
             {"opensAt":"2099-04-01T06:00:00Z","closesAt":"2099-06-30T12:00:00Z","onlyIfMoneyIsLeft":true}],
            "scheme":{"kind":"event","mystery":7,
             "budgetLine":{"source":{"fi":"Kylät"},"account":"4780","serviceClass":"1101","sector":{"fi":"Sivistys"},"mystery":"x"},
             "continuous":true,"capPerApplicant":"800.00","capPerEvent":"200.00",
             "share":{"tiers":[{"upTo":"1000.00","percent":100},{"upTo":"10000.00","percent":50}],"above":"refused"},
             "payment":{"mode":"instalments","onlyWhenFinal":true,"instalments":[70,30]},
             "criteria":[{"id":"effect","text":{"fi":"Vaikuttavuus"},"weight":60},
              {"id":"plan","text":{"fi":"Suunnitelma","sv":"Plan"},"weight":40,"mostPoints":10}],
             "attachments":[{"id":"rules","label":{"fi":"Säännöt"},"firstTimeOnly":true}],
             "rules":[{"rule":"home-here"},{"rule":"at-most","applications":2},{"rule":"together","partners":3},
              {"rule":"one-call-of","kinds":["event"]},
              {"rule":"declaration","id":"d1","statement":{"fi":"Tiedot ovat oikein"}},{"rule":"mystery","b":2}],
             "lightUpTo":"100.00","form":"f1","blindReview":true,
             "acceptance":{"withinDays":14,"conditions":{"fi":"Kerro kunnasta"}},
             "report":{"daysAfterPayment":60,"samplePercent":5,"overdueStopsPayments":true},"deMinimis":true}
            """;

    private FakeCalls() {}

    /** A draft, a scheduled one, one that is closed and one that is open. */
    public static void arePlanned(StubService grants, StubService registry) {
        FakeWork.waits(grants, registry);
        grants.on(
                "GET " + CALLS + "/planned",
                Reply.json(
                        200,
                        "{\"items\":["
                                + draft("d1", TERMS)
                                + ","
                                + draft("d2", WITHOUT_A_DAY)
                                + "]}"));
        draftIs(grants, TERMS, "\"3\"");
        grants.on(
                "GET " + FakeWork.M + "/forms",
                Reply.json(
                        200,
                        """
                        {"items":[{"id":"f1","version":2,"title":{"fi":"Hakulomake"},"sections":[]}]}
                        """));
    }

    static void draftIs(StubService grants, String terms, String etag) {
        grants.on("GET " + DRAFT, Reply.json(200, draft("d1", terms)).and("ETag", etag));
    }

    static String draft(String id, String terms) {
        return "{\"id\":\"%s\",\"status\":\"draft\",\"open\":false,\"imported\":false,%s}"
                .formatted(id, terms);
    }

    private static final String WITHOUT_A_DAY =
            """
            "title":{"fi":"Uusi avustus"},"year":2027,"budget":"1000.00","capPerApplication":"100.00","eligibleForms":[],
            "opensAt":"2099-01-01T06:00:00Z","closesAt":"2099-02-01T06:00:00Z","rounds":[],"scheme":{"kind":"general"}
            """;
}
