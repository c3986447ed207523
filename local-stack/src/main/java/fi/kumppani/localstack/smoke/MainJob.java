package fi.kumppani.localstack.smoke;

import fi.kumppani.localstack.identity.Demonstration;
import fi.kumppani.localstack.system.Answer;
import fi.kumppani.localstack.system.Api;
import fi.kumppani.localstack.system.RunningSystem;
import fi.kumppani.localstack.system.Service;
import fi.kumppani.localstack.system.Together;
import fi.kumppani.localstack.system.UnexpectedOutcomeException;
import fi.kumppani.localstack.system.Wait;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * One walk through the portal's gateway, each method a step that needs the ones before it. What it
 * makes is its own and has its name, so that it can be walked again and again; it is over soon, so
 * that start pages do not fill with it.
 */
final class MainJob {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final String SEINAJOKI = "/v1/municipalities/743";
    private static final String EVIJARVI = "/v1/municipalities/052";
    private static final String LETTER = "Järjestö- ja seurayhteistyön uutiskirje";
    private static final String WELCOME = "Tervetuloa lukijaksi: " + LETTER;
    private static final String FIRST_VERSION = "\"1\"";
    private static final int SEATS = 80;
    private static final int AT_ONCE = 8;
    private static final BigDecimal GRANT = new BigDecimal("400.00");

    private final RunningSystem system;
    private final Clock clock;
    private final Mails mails;
    private final String walk;
    private final int year;

    private Figures before = new Figures(0, BigDecimal.ZERO);
    private String list = "";
    private String association = "";
    private String event = "";
    private String call = "";
    private String issue = "";
    private String label = "";

    MainJob(RunningSystem system, Clock clock) {
        this.system = system;
        this.clock = clock;
        this.mails = new Mails(system);
        this.walk = "smoke-" + clock.instant().truncatedTo(ChronoUnit.SECONDS).getEpochSecond();
        this.year = clock.instant().atZone(HELSINKI).getYear();
    }

    private record Figures(int associations, BigDecimal granted) {}

    String readReports() throws Exception {
        Answer seinajoki = at(Service.REGISTRY).get(SEINAJOKI + "/report?year=2023").expect(200);
        Answer evijarvi = at(Service.REGISTRY).get(EVIJARVI + "/report?year=2023").expect(200);
        expect("Seinäjoki's grants of 2023", "986400.00", figure(seinajoki, "grantsGranted"));
        expect("Seinäjoki's per inhabitant", "14.92", figure(seinajoki, "grantsPerInhabitant"));
        expect("Evijärvi's grants of 2023", "65200.00", figure(evijarvi, "grantsGranted"));
        expect("Evijärvi's per inhabitant", "28.45", figure(evijarvi, "grantsPerInhabitant"));
        // Earlier walks leave an association behind in Evijärvi, and people may add some.
        expectAtLeast("Seinäjoki's associations", 1122, seinajoki);
        expectAtLeast("Evijärvi's associations", 80, evijarvi);
        before = evijarviNow();
        return "Seinäjoki %s, 986400.00 €, 14.92; Evijärvi %s, 65200.00 €, 28.45"
                .formatted(
                        figure(seinajoki, "activeAssociations"),
                        figure(evijarvi, "activeAssociations"));
    }

    String subscribe() throws Exception {
        List<JsonNode> lists = at(Service.NEWSLETTER).list(SEINAJOKI + "/lists");
        for (JsonNode one : lists) {
            if (one.at("/name/fi").asString().equals(LETTER)) {
                list = one.path("id").asString();
            }
        }
        if (list.isEmpty()) {
            throw new UnexpectedOutcomeException(
                    "a list \"" + LETTER + "\"", lists.size() + " others");
        }
        var _ =
                at(Service.NEWSLETTER)
                        .post(
                                SEINAJOKI + "/lists/" + list + "/subscriptions",
                                Map.of("email", subscriber(), "language", "fi"))
                        .expect(202);
        return subscriber();
    }

    String confirmSubscription() throws Exception {
        JsonNode mail = mails.await(subscriber(), LETTER);
        Answer confirmed =
                at(Service.NEWSLETTER)
                        .post(
                                SEINAJOKI + "/subscription-confirmations",
                                Map.of("token", Mails.tokenOf(mail)))
                        .expect(200);
        expect("the confirmed list", list, confirmed.text("/confirmed/0/id"));
        return "\"" + mail.path("subject").asString() + "\"";
    }

    /** The latest issue, which is 2/2024 unless another has been sent since. */
    String welcomeWithLatest() throws Exception {
        String latest =
                at(Service.NEWSLETTER)
                        .get(SEINAJOKI + "/issues?limit=1&list=" + list)
                        .expect(200)
                        .text("/items/0/title/fi");
        JsonNode mail = mails.await(subscriber(), WELCOME);
        String text = mail.path("text").asString();
        if (!text.contains(latest)) {
            throw new UnexpectedOutcomeException("a mail with \"" + latest + "\"", text);
        }
        return "\"" + latest + "\"";
    }

    String registerAssociation() throws Exception {
        Answer registered =
                as("coordinator.evijarvi", Service.REGISTRY)
                        .create(
                                EVIJARVI + "/associations",
                                walk + "-association",
                                Map.of(
                                        "name",
                                        Map.of("fi", "Evijärven koekyläyhdistys " + walk + " ry"),
                                        "form",
                                        "registered-association",
                                        "purposeClass",
                                        9))
                        .expect(201);
        association = registered.text("/id");
        return association;
    }

    /** The association that was registered. */
    String association() {
        return association;
    }

    String mandate() throws Exception {
        Api coordinator = as("coordinator.evijarvi", Service.REGISTRY);
        Answer verified =
                coordinator
                        .put(
                                EVIJARVI + "/associations/" + association + "/verification",
                                FIRST_VERSION,
                                null)
                        .expect(200);
        expect("its status", "verified", verified.text("/status"));
        var _ =
                coordinator
                        .create(
                                EVIJARVI + "/mandates",
                                walk + "-mandate",
                                Map.of(
                                        "associationId",
                                        association,
                                        "subject",
                                        subjectOf("association.evijarvi"),
                                        "module",
                                        "grants"))
                        .expect(201);
        return "association.evijarvi may apply for it";
    }

    String announceEvent() throws Exception {
        Instant start = clock.instant().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        Api coordinator = as("coordinator.seinajoki", Service.EVENTS);
        Answer draft =
                coordinator
                        .create(
                                SEINAJOKI + "/events",
                                walk + "-event",
                                Map.of(
                                        "title", Map.of("fi", eventTitle()),
                                        "venue", Map.of("name", Map.of("fi", "Valtuustosali")),
                                        "coffeeFrom", start.minus(30, ChronoUnit.MINUTES),
                                        "startsAt", start,
                                        "endsAt", start.plus(2, ChronoUnit.HOURS),
                                        "registrationDeadline", start.minus(2, ChronoUnit.DAYS),
                                        "capacity", SEATS))
                        .expect(201);
        event = SEINAJOKI + "/events/" + draft.text("/id");
        Answer published = coordinator.put(event + "/publication", FIRST_VERSION, null).expect(200);
        expect("its status", "published", published.text("/status"));
        return eventTitle();
    }

    String fillSeats() throws Exception {
        List<Callable<Answer>> all =
                IntStream.rangeClosed(1, SEATS)
                        .mapToObj(number -> (Callable<Answer>) () -> register(number))
                        .toList();
        for (Answer answer : Together.all(AT_ONCE, all)) {
            expect("the registration", "confirmed", answer.text("/status"));
        }
        Answer seats = at(Service.EVENTS).get(event).expect(200);
        expect("confirmed", "80", seats.text("/seats/confirmed"));
        expect("free", "0", seats.text("/seats/free"));
        return "80 confirmed, 0 free";
    }

    String wait81st() throws Exception {
        Answer last = register(SEATS + 1);
        expect("the 81st", "waitlisted", last.text("/status"));
        expect("their place", "1", last.text("/place"));
        JsonNode mail = mails.await(person(SEATS + 1), eventTitle());
        return "place 1; \"" + mail.path("subject").asString() + "\"";
    }

    private Answer register(int number) throws Exception {
        return at(Service.EVENTS)
                .create(
                        event + "/registrations",
                        walk + "-registration-" + number,
                        Map.of(
                                "name",
                                "Koehenkilö " + number,
                                "email",
                                person(number),
                                "language",
                                "fi"))
                .expect(201);
    }

    String cancelOne() throws Exception {
        JsonNode mail = mails.await(person(1), "vahvistettu: " + eventTitle());
        Answer known = register(1);
        Answer cancelled =
                at(Service.EVENTS)
                        .post(
                                event + "/registrations/" + known.text("/number") + "/cancellation",
                                Map.of(),
                                "X-Link-Token",
                                Mails.tokenOf(mail))
                        .expect(200);
        expect("the registration", "cancelled", cancelled.text("/status"));
        return "registration " + known.text("/number") + " is cancelled";
    }

    String promote() throws Exception {
        JsonNode mail = mails.await(person(SEATS + 1), "paikan jonosta: " + eventTitle());
        Answer seats = at(Service.EVENTS).get(event).expect(200);
        expect("confirmed", "80", seats.text("/seats/confirmed"));
        expect("waiting", "0", seats.text("/seats/waiting"));
        return "\"" + mail.path("subject").asString() + "\", 80 confirmed";
    }

    String publishCall() throws Exception {
        Instant now = clock.instant();
        Api officer = as("officer.evijarvi", Service.GRANTS);
        Answer draft =
                officer.create(
                                EVIJARVI + "/calls",
                                walk + "-call",
                                Map.of(
                                        "title", Map.of("fi", callTitle()),
                                        "year", year,
                                        "budget", "700.00",
                                        "capPerApplication", GRANT.toPlainString(),
                                        "eligibleForms", List.of("registered-association"),
                                        "opensAt", now.minus(1, ChronoUnit.HOURS),
                                        "closesAt", now.plus(1, ChronoUnit.HOURS)))
                        .expect(201);
        call = draft.text("/id");
        Answer published =
                officer.put(EVIJARVI + "/calls/" + call + "/publication", FIRST_VERSION, null)
                        .expect(200);
        expect("taking applications", "true", published.text("/open"));
        return "700 € in all, at most 400 € each";
    }

    String apply() throws Exception {
        return "diary number " + submitted("first").text("/diaryNumber");
    }

    /** Grants hears of the association and the mandate from the registry, a moment later. */
    private Answer submitted(String which) throws Exception {
        Api representative = as("association.evijarvi", Service.GRANTS);
        var last = new AtomicReference<>("no answer");
        Answer draft =
                Wait.until(
                        "the representative may apply for the association",
                        last::get,
                        () -> {
                            Answer answer = start(representative, which);
                            last.set(answer.came());
                            return Optional.of(answer).filter(came -> came.status() == 201);
                        });
        Answer submitted =
                representative
                        .put(
                                EVIJARVI + "/applications/" + draft.text("/id") + "/submission",
                                FIRST_VERSION,
                                null)
                        .expect(200);
        expect("the application", "submitted", submitted.text("/status"));
        return submitted;
    }

    private Answer start(Api representative, String which)
            throws IOException, InterruptedException {
        return representative.create(
                EVIJARVI + "/applications",
                walk + "-application-" + which,
                Map.of(
                        "callId",
                        call,
                        "associationId",
                        association,
                        "purpose",
                        "Kyläjuhla",
                        "requested",
                        GRANT.toPlainString(),
                        "events",
                        1,
                        "email",
                        applicant(),
                        "language",
                        "fi"));
    }

    String grant() throws Exception {
        Answer again = start(as("association.evijarvi", Service.GRANTS), "first").expect(201);
        Answer decided = decide(again.text("/id"), "first").expect(201);
        expect("the outcome", "granted", decided.text("/outcome"));
        expect("the amount", "400.00", decided.text("/granted"));
        JsonNode mail = mails.await(applicant(), callTitle());
        return "\"" + mail.path("subject").asString() + "\"";
    }

    String refuseBeyondBudget() throws Exception {
        Answer second = submitted("second");
        Answer refused = decide(second.text("/id"), "second").expect(409);
        expect("the reason", "budget-exceeded", refused.text("/reason"));
        return "300 € are left: 409 budget-exceeded";
    }

    private Answer decide(String application, String which)
            throws IOException, InterruptedException {
        return as("decider.evijarvi", Service.GRANTS)
                .create(
                        EVIJARVI + "/applications/" + application + "/decision",
                        walk + "-decision-" + which,
                        Map.of("decision", "grant", "amount", GRANT.toPlainString()));
    }

    String sendIssue() throws Exception {
        Api coordinator = as("coordinator.seinajoki", Service.NEWSLETTER);
        Answer draft = draft(coordinator);
        issue = draft.text("/id");
        var _ =
                coordinator
                        .put(SEINAJOKI + "/issue-drafts/" + issue + "/sending", FIRST_VERSION, null)
                        .expect(202);
        var last = new AtomicReference<>("no answer");
        Answer sent =
                Wait.until(
                        "issue " + label + " is sent",
                        last::get,
                        () -> {
                            Answer sending =
                                    coordinator
                                            .get(SEINAJOKI + "/issue-drafts/" + issue + "/sending")
                                            .expect(200);
                            last.set(sending.came());
                            return Optional.of(sending)
                                    .filter(it -> it.text("/state").equals("sent"));
                        });
        expect("letters sent", sent.text("/recipients"), sent.text("/sent"));
        return "%s to %s".formatted(label, sent.text("/recipients"));
    }

    /** The first number of the year that is free. */
    private Answer draft(Api coordinator) throws Exception {
        for (int number = 1; ; number++) {
            label = number + "/" + year;
            Answer answer =
                    coordinator.create(
                            SEINAJOKI + "/lists/" + list + "/issue-drafts",
                            walk + "-issue-" + number,
                            Map.of(
                                    "number",
                                    number,
                                    "year",
                                    year,
                                    "title",
                                    Map.of("fi", issueTitle()),
                                    "items",
                                    List.of(
                                            Map.of(
                                                    "title",
                                                    Map.of("fi", eventTitle()),
                                                    "text",
                                                    Map.of("fi", "Tervetuloa!")))));
            if (answer.status() != 409 || !answer.text("/reason").equals("number-taken")) {
                return answer.expect(201);
            }
        }
    }

    String readIssue() throws Exception {
        JsonNode mail = mails.await(subscriber(), issueTitle());
        expect("such mails", "1", String.valueOf(mails.count(subscriber(), issueTitle())));
        return "\"" + mail.path("subject").asString() + "\"";
    }

    String leave() throws Exception {
        JsonNode mail = mails.await(subscriber(), issueTitle());
        Answer left =
                at(Service.NEWSLETTER)
                        .post(
                                SEINAJOKI + "/subscription-departures",
                                Map.of("token", Mails.leavingTokenOf(mail)))
                        .expect(200);
        expect("the list that was left", list, left.text("/left/id"));
        return "no letter comes any more";
    }

    String readReportAgain() throws Exception {
        var wanted = new Figures(before.associations() + 1, before.granted().add(GRANT));
        var last = new AtomicReference<>(before);
        var _ =
                Wait.until(
                        "Evijärvi has " + wanted,
                        () -> last.get().toString(),
                        () -> {
                            last.set(evijarviNow());
                            return Optional.of(last.get()).filter(wanted::equals);
                        });
        expect("such mails", "1", String.valueOf(mails.count(subscriber(), issueTitle())));
        return "Evijärvi: %d associations, %s € granted in %d"
                .formatted(wanted.associations(), wanted.granted(), year);
    }

    private Figures evijarviNow() throws Exception {
        Answer report = at(Service.REGISTRY).get(EVIJARVI + "/report?year=" + year).expect(200);
        String granted = figure(report, "grantsGranted");
        return new Figures(
                Integer.parseInt(figure(report, "activeAssociations")),
                new BigDecimal(granted.isEmpty() ? "0.00" : granted).setScale(2));
    }

    private static String figure(Answer report, String name) {
        return report.text("/figures/" + name + "/value");
    }

    private static void expect(String what, String expected, String came)
            throws UnexpectedOutcomeException {
        if (!expected.equals(came)) {
            throw new UnexpectedOutcomeException(what + ": " + expected, came);
        }
    }

    private static void expectAtLeast(String what, int least, Answer report)
            throws UnexpectedOutcomeException {
        String came = figure(report, "activeAssociations");
        if (came.isEmpty() || Integer.parseInt(came) < least) {
            throw new UnexpectedOutcomeException(what + ": at least " + least, came);
        }
    }

    private String subscriber() {
        return walk + "-tilaaja@example.org";
    }

    private String applicant() {
        return walk + "-hakija@example.org";
    }

    private String person(int number) {
        return walk + "-" + number + "@example.org";
    }

    private String eventTitle() {
        return "Koetilaisuus " + walk;
    }

    private String callTitle() {
        return "Koehaku " + walk;
    }

    private String issueTitle() {
        return LETTER + " " + label + " (" + walk + ")";
    }

    private static String subjectOf(String username) {
        return Demonstration.load().users().stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow()
                .subject();
    }

    /** A part of the system, through the portal's gateway. */
    private Api at(Service service) {
        return Api.through(system, service);
    }

    private Api as(String username, Service service) throws IOException, InterruptedException {
        return at(service).as(system.tokenOf(username));
    }
}
