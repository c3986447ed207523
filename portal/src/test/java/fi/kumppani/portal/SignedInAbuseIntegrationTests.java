package fi.kumppani.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.aid.FakeAid;
import fi.kumppani.portal.application.FakeGrants;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.callwork.FakeCalls;
import fi.kumppani.portal.callwork.FakeForms;
import fi.kumppani.portal.correctionwork.FakeVersions;
import fi.kumppani.portal.desk.FakeDesk;
import fi.kumppani.portal.door.FakeDoor;
import fi.kumppani.portal.editor.FakeLetters;
import fi.kumppani.portal.grantee.FakeGrantee;
import fi.kumppani.portal.mailinglist.FakeMailingLists;
import fi.kumppani.portal.mine.FakeMine;
import fi.kumppani.portal.official.FakeDecided;
import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.organiser.FakeOrganised;
import fi.kumppani.portal.page.TablePage;
import fi.kumppani.portal.registrar.FakeRegistry;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.HostileTexts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.PublicPages;
import fi.kumppani.portal.testing.SentForms;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;
import fi.kumppani.portal.usage.FakeReport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What people may try who write in the services, on every page behind the login. */
class SignedInAbuseIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/743";
    private static final String EVENT = M + "/events/" + Facts.EVENT;
    private static final String APPLICATION = FakeWork.APPLICATION;
    private static final String ORGANISE = "/m/743/organise/events/" + Facts.EVENT;
    private static final String LETTER =
            "/m/743/letters/drafts/01939c5e-0000-7000-8000-0000000000d1";

    /** What is asked for by pages, and is none: files, parts of them, and what machines read. */
    private static final Set<String> NO_PAGES =
            Set.of(
                    "/oembed",
                    "/login",
                    "/login/failed",
                    "/error",
                    "/accessibility",
                    "/m/{code}/look.css",
                    "/m/{code}/logo",
                    "/m/{code}/letters/feed.atom",
                    "/m/{code}/registry/import/template.csv",
                    "/m/{code}/events/{id}/door/worker.js",
                    "/m/{code}/letters/drafts/{id}/preview/{language}",
                    "/m/{code}/registrations/{event}/{number}/said",
                    "/m/{code}/subscriptions/preferences/data");

    /** What tells of nothing that somebody wrote. */
    private static final Set<String> EMPTY =
            Set.of(
                    "/m/743/work/forms/new",
                    "/m/743/letters/lists/new",
                    "/m/743/registry/new",
                    "/m/743/registry/import",
                    "/m/743/registry/confirmations",
                    "/m/743/organise/events/new");

    /** What services tell, and where it is shown. */
    private static final List<Told> ALL =
            List.of(
                    told(
                            "queue and calls",
                            SignedInAbuseIntegrationTests::work,
                            FakeWork.WORK,
                            FakeWork.CALL_PAGE,
                            FakeWork.CALL_PAGE + "/lists",
                            FakeWork.CALL_PAGE + "/lists/l1",
                            FakeWork.CALL_PAGE + "/ledger",
                            FakeWork.BATCH_PAGE,
                            FakeWork.PAGE,
                            FakeWork.PAGE + "/supplement-request",
                            FakeWork.PAGE + "/review",
                            FakeWork.PAGE + "/proposal",
                            FakeWork.PAGE + "/decision",
                            FakeWork.PAGE + "/transfer"),
                    told(
                            "minutes",
                            () -> {
                                work();
                                FakeWork.listIs(service(Backend.GRANTS), "presented");
                            },
                            FakeWork.CALL_PAGE + "/lists/l1/minutes"),
                    told(
                            "books",
                            () -> {
                                work();
                                service(Backend.GRANTS).on("GET " + M + "/reconciliation", books());
                            },
                            FakeWork.WORK + "/reconciliation?month=2026-03"),
                    told(
                            "decided",
                            SignedInAbuseIntegrationTests::decided,
                            FakeWork.WORK,
                            FakeWork.PAGE,
                            FakeWork.CALL_PAGE + "/waiting",
                            FakeWork.CALL_PAGE + "/report-sample",
                            FakeWork.CALL_PAGE + "/payments",
                            FakeWork.PAGE + "/report",
                            FakeWork.PAGE + "/changes",
                            FakeWork.PAGE + "/account",
                            FakeWork.PAGE + "/redress",
                            FakeWork.PAGE + "/redress/1",
                            FakeWork.PAGE + "/recovery",
                            FakeWork.PAGE + "/recovery/1"),
                    told(
                            "ruled",
                            () -> {
                                decided();
                                StubService grants = service(Backend.GRANTS);
                                String ruled =
                                        ",\"ruling\":{\"maker\":\"official\",\"decidedOn\":\"2026-05-05\",";
                                String words =
                                        "\"explanation\":{\"fi\":\"Näin on\"},\"text\":\"Näin"
                                                + " on\"}";
                                FakeDecided.changes(grants, ruled + words);
                                FakeDecided.redress(
                                        grants, ruled + "\"outcome\":\"rejected\"," + words);
                                FakeDecided.recovery(
                                        grants,
                                        ",\"maker\":{\"kind\":\"official\",\"title\":\"Sivistysjohtaja\",\"section\":\"12"
                                            + " §\"},\"decidedOn\":\"2026-05-10\","
                                            + "\"dueOn\":\"2026-06-01\",\"owed\":\"250.00\",\"interest\":\"2.00\"");
                                laterDecision(grants);
                            },
                            FakeWork.PAGE + "/changes",
                            FakeWork.PAGE + "/redress",
                            FakeWork.PAGE + "/redress/1",
                            FakeWork.PAGE + "/recovery/1",
                            FakeWork.PAGE + "/later-decisions/change-1"),
                    told(
                            "corrected",
                            () -> {
                                var _ =
                                        new FakeVersions(
                                                service(Backend.GRANTS), service(Backend.REGISTRY));
                            },
                            FakeWork.PAGE + "/corrections"),
                    told(
                            "planned calls",
                            () ->
                                    FakeCalls.arePlanned(
                                            service(Backend.GRANTS), service(Backend.REGISTRY)),
                            FakeWork.WORK + "/calls",
                            FakeWork.WORK + "/calls/new",
                            FakeWork.WORK + "/calls/d1/edit",
                            FakeWork.WORK + "/calls/d1/publication"),
                    told(
                            "forms",
                            () -> {
                                var _ =
                                        new FakeForms(
                                                service(Backend.GRANTS), service(Backend.REGISTRY));
                            },
                            FakeWork.WORK + "/forms",
                            FakeWork.WORK + "/forms/new",
                            FakeWork.WORK + "/forms/f1",
                            FakeWork.WORK + "/forms/f1/title",
                            FakeWork.WORK + "/forms/f1/sections/plan",
                            FakeWork.WORK + "/forms/f1/sections/_new",
                            FakeWork.WORK + "/forms/f1/sections/association/questions/for",
                            FakeWork.WORK + "/forms/f1/sections/plan/questions/which",
                            FakeWork.WORK + "/forms/f1/sections/plan/questions/_new",
                            FakeWork.WORK + "/forms/f1/preview"),
                    told(
                            "aid",
                            () -> {
                                FakeGrants.draft(service(Backend.GRANTS));
                                work();
                                FakeAid.tell(service(Backend.GRANTS), FakeAid.HERE, 3);
                            },
                            FakeWork.PAGE + "/de-minimis",
                            FakeGrants.PAGE + "/de-minimis"),
                    told(
                            "own applications",
                            () -> {
                                municipality();
                                FakeGrants.draft(service(Backend.GRANTS));
                            },
                            FakeGrants.MINE,
                            "/m/743/my/calls/c1",
                            "/m/743/my/calls/c1?association=k1",
                            FakeGrants.PAGE,
                            FakeGrants.PAGE + "/plan",
                            FakeGrants.PAGE + "/sections/doing",
                            FakeGrants.PAGE + "/files"),
                    told(
                            "due",
                            () -> {
                                FakeRegistry.holds(service(Backend.REGISTRY));
                                service(Backend.GRANTS)
                                        .on(
                                                "GET " + M + "/own-applications",
                                                Reply.json(200, FakeMine.OWN));
                            },
                            "/m/743/my",
                            FakeGrants.MINE),
                    told(
                            "granted",
                            () -> {
                                municipality();
                                FakeGrantee.granted(service(Backend.GRANTS));
                                service(Backend.GRANTS)
                                        .on("GET " + M + "/calls", Facts.listing(Facts.call()));
                                service(Backend.GRANTS)
                                        .on(
                                                "GET /v1/municipalities/179/calls",
                                                Facts.listing(Facts.call()));
                                service(Backend.GRANTS)
                                        .on(
                                                "POST /v1/municipalities/179/calls/c1/eligibility",
                                                FakeGrants.eligibility("yes"));
                            },
                            FakeGrants.PAGE,
                            FakeGrants.PAGE + "/changes",
                            FakeGrants.PAGE + "/claims",
                            FakeGrants.PAGE + "/account",
                            FakeGrants.PAGE + "/copies",
                            FakeGrants.PAGE + "/sendings"),
                    told(
                            "reported",
                            () -> {
                                municipality();
                                FakeReport.draft(service(Backend.GRANTS));
                            },
                            FakeGrants.PAGE + "/report",
                            FakeGrants.PAGE + "/report/receipts"),
                    told(
                            "registry",
                            () -> FakeRegistry.holds(service(Backend.REGISTRY)),
                            "/m/743/registry",
                            "/m/743/registry?due=year",
                            "/m/743/registry/new",
                            "/m/743/registry/import",
                            "/m/743/registry/confirmations",
                            "/m/743/registry/duplicates",
                            "/m/743/registry/duplicates/apart",
                            "/m/743/registry/networks",
                            "/m/743/registry/networks/n1",
                            "/m/743/registry/associations/a1",
                            "/m/743/registry/associations/a1?same=a2",
                            "/m/743/registry/associations/a1/contact",
                            "/m/743/registry/associations/a1/rights",
                            "/m/743/registry/associations/a1/rights/invitations",
                            "/m/743/my/associations/a1",
                            "/m/743/my/associations/a1/contact",
                            "/m/743/my/associations/a1/rights",
                            "/m/743/my/associations/a1/rights/invitations",
                            "/m/743/invitations/i1?token=secret"),
                    told("desk", () -> FakeDesk.waits(PortalUnderTest::service), FakeDesk.PAGE),
                    told(
                            "letters",
                            () -> {
                                letter("\"own\":true,", "draft");
                                FakeLetters.checks(
                                        service(Backend.NEWSLETTER),
                                        FakeLetters.finding(
                                                "error", "items[1].link", "not-public"));
                            },
                            "/m/743/letters/drafts",
                            LETTER,
                            LETTER + "/preview",
                            LETTER + "/order"),
                    told(
                            "sent",
                            () -> {
                                letter("\"sentAt\":\"2026-11-22T07:00:00Z\",", "sending");
                                FakeLetters.numbers(service(Backend.NEWSLETTER));
                            },
                            LETTER + "/progress"),
                    told(
                            "lists and sender",
                            () -> {
                                municipality();
                                FakeMailingLists.tell(service(Backend.NEWSLETTER));
                                service(Backend.NEWSLETTER)
                                        .on("GET " + M + "/sender", Facts.sender(false));
                            },
                            "/m/743/letters/lists",
                            "/m/743/letters/lists/new",
                            "/m/743/letters/lists/l1",
                            "/m/743/sender"),
                    told(
                            "organised",
                            () -> {
                                municipality();
                                FakeOrganised.event(service(Backend.EVENTS), "published");
                                needs(service(Backend.EVENTS));
                            },
                            "/m/743/organise/events",
                            "/m/743/organise/events/new",
                            "/m/743/organise/events/new?copy=" + Facts.EVENT,
                            ORGANISE,
                            ORGANISE + "/edit",
                            ORGANISE + "/programme",
                            ORGANISE + "/audience",
                            ORGANISE + "/quotas",
                            ORGANISE + "/groups",
                            ORGANISE + "/tasks",
                            ORGANISE + "/postponement",
                            ORGANISE + "/cancellation",
                            ORGANISE + "/participants",
                            ORGANISE + "/participants/3/exception",
                            ORGANISE + "/needs",
                            ORGANISE + "/needs/people",
                            ORGANISE + "/memo",
                            ORGANISE + "/memo/publication",
                            ORGANISE + "/memo/attachments"),
                    told(
                            "door and feedback",
                            () -> {
                                municipality();
                                StubService events = service(Backend.EVENTS);
                                events.on("GET " + EVENT, Facts.undecided());
                                events.on("GET " + EVENT + "/feedback", Facts.feedback());
                                events.on(
                                        "GET " + EVENT + "/feedback/results",
                                        Facts.feedbackResults());
                                var _ = new FakeDoor(events);
                            },
                            "/m/743/events/" + Facts.EVENT + "/door",
                            "/m/743/events/" + Facts.EVENT + "/door/shell",
                            "/m/743/events/" + Facts.EVENT + "/feedback",
                            "/m/743/events/" + Facts.EVENT + "/feedback/results",
                            "/m/743/events/" + Facts.EVENT + "/decision"));

    private final Browser browser = browser();

    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @BeforeEach
    void logIn() {
        identityProvider()
                .rolesAre(
                        "coordinator",
                        "grant-officer",
                        "decision-maker",
                        "association-representative");
        browser.logIn(identityProvider(), "/login");
        for (Backend backend : Backend.values()) {
            service(backend).tells(HostileTexts::in);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesWhateverIsToldAsText(Told told) {
        told.announce.run();
        List<String> faults = new ArrayList<>();
        for (String path : told.paths) {
            for (String language : List.of("fi", "sv", "en")) {
                Page page =
                        browser.open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                faults.addAll(faults(page).map(fault -> path + ": " + fault).toList());
                if (!EMPTY.contains(path) && !page.body().contains("onmouseover")) {
                    faults.add(path + " does not show what is told");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    static List<Told> all() {
        return ALL;
    }

    private static Stream<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        if (page.status() != 200) {
            faults.add("is not shown: " + page.status());
        }
        if (page.body().contains(HostileTexts.RECKONED)) {
            faults.add("reckons");
        }
        page.html()
                .select(
                        "#hostile, [onmouseover], [onerror], [href^=javascript], [src^=javascript],"
                                + " [action^=javascript], [formaction^=javascript]")
                .forEach(fault -> faults.add(fault.toString()));
        return faults.stream();
    }

    /** A page that is added later is tried too. */
    @Test
    void triesEveryPage() {
        List<PathContainer> tried =
                Stream.of(
                                PublicPages.PATHS.values().stream(),
                                SentForms.BY_LINK.values().stream(),
                                ALL.stream().flatMap(told -> told.paths.stream()))
                        .flatMap(paths -> paths)
                        .map(path -> PathContainer.parsePath(path.replaceAll("\\?.*", "")))
                        .toList();

        assertThat(
                        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                                .filter(SignedInAbuseIntegrationTests::isShown)
                                .flatMap(mapping -> patterns(mapping).stream())
                                .filter(pattern -> !NO_PAGES.contains(pattern.getPatternString()))
                                .filter(
                                        pattern ->
                                                !pattern.getPatternString()
                                                        .endsWith(TablePage.FILES))
                                .filter(pattern -> tried.stream().noneMatch(pattern::matches))
                                .map(PathPattern::getPatternString)
                                .sorted())
                .isEmpty();
    }

    private static boolean isShown(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && !mapping.getProducesCondition()
                        .getProducibleMediaTypes()
                        .contains(MediaType.APPLICATION_JSON);
    }

    private static Set<PathPattern> patterns(RequestMappingInfo mapping) {
        return Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatterns();
    }

    private static void municipality() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
        service(Backend.REGISTRY)
                .on(
                        "GET /v1/municipalities/179",
                        Reply.json(200, "{\"name\":{\"fi\":\"Jyväskylä\"}}"));
        service(Backend.REGISTRY)
                .on(
                        "GET " + M + "/associations/a1",
                        Reply.json(200, FakeRegistry.association("a1", "verified")));
    }

    private static void work() {
        FakeWork.waits(service(Backend.GRANTS), service(Backend.REGISTRY));
    }

    private static void decided() {
        FakeDecided.granted(service(Backend.GRANTS), service(Backend.REGISTRY));
    }

    private static void letter(String more, String state) {
        municipality();
        FakeLetters.draft(service(Backend.NEWSLETTER));
        FakeLetters.is(service(Backend.NEWSLETTER), state, more, "\"3\"");
    }

    private static void needs(StubService events) {
        events.on(
                "GET " + EVENT + "/needs/counts",
                Reply.json(
                        200,
                        """
                        {"registrations":3,"people":5,"questions":[
                          {"question":"access","label":{"fi":"Mitä tarvitset?"},"purpose":"accessibility",
                           "answered":[],"written":1,"texts":["Luiska"]}]}
                        """));
        events.on(
                "GET " + EVENT + "/needs",
                Reply.json(
                        200,
                        """
                        {"items":[{"number":9,"name":"Maija","seats":1,"answers":[
                          {"question":"access","label":{"fi":"Mitä tarvitset?"},"purpose":"accessibility","text":"Luiska"}]}]}
                        """));
    }

    private static void laterDecision(StubService grants) {
        grants.on(
                "GET " + APPLICATION + "/later-decisions",
                Reply.json(
                        200,
                        """
                        {"items":[{"id":"change-1","kind":"change","number":1,
                          "decidedOn":"2026-11-05","hasDocument":true}]}
                        """));
        grants.on(
                "GET " + APPLICATION + "/later-decisions/change-1/notification",
                Reply.json(
                        200,
                        """
                        {"decidedOn":"2026-11-05","channel":"letter","sentOn":"2026-11-06",
                         "mailLost":false,"knownOn":"2026-11-13","partyUntil":"2026-11-27"}
                        """));
    }

    private static Reply books() {
        String sums =
                "{\"appropriation\":\"9.00\",\"available\":\"9.00\",\"reserved\":\"0.00\","
                        + "\"granted\":\"0.00\",\"paid\":\"0.00\",\"returned\":\"0.00\"}";
        return Reply.json(
                200,
                """
                {"month":"2026-03","differences":1,"calls":[
                 {"callId":"c1","title":{"fi":"Kylien raha"},"account":"4740 K",
                  "opening":%s,"closing":%s,"movements":[],"batches":[],
                  "differences":[{"kind":"payment-unknown","applicationId":"a1",
                   "about":"P 1","inLedger":"300.00","elsewhere":"0.00"}]}]}
                """
                        .formatted(sums, sums));
    }

    private static Told told(String name, Runnable announce, String... paths) {
        return new Told(name, announce, List.of(paths));
    }

    /**
     * What services tell together.
     *
     * @param paths where it is shown
     */
    record Told(String name, Runnable announce, List<String> paths) {

        @Override
        public String toString() {
            return name;
        }
    }
}
