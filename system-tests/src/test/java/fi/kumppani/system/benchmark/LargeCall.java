package fi.kumppani.system.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;

import org.bson.Document;

import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A call with 5 000 applications, and P5b: what its pages cost beside a page that only asks who is
 * there, whether exports stream, and how fast fifty officers decide on one budget beside bare
 * conditional updates of one document.
 */
final class LargeCall implements Benchmarks.Benchmark {

    private static final int APPLICATIONS = 5_000;
    private static final int ASSOCIATIONS = 500;
    private static final int IN_FLIGHT = 50;
    private static final int DECISIONS = 500;
    private static final int PAIRS = 5;
    private static final int PER_SECOND = 10;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int EXPORTS = 5;
    private static final double TIMES_A_PAGE = 10;
    private static final double OF_THE_STORE = 1 / 3.0;
    private static final double MEGABYTES_MORE = 16;
    private static final String HERE = "/v1/municipalities/743";
    private static final String IDLE = "/decision-reasons";
    private static final String CENTS = "cents";

    @Override
    public void measure(Report report) throws Exception {
        try (TestStand stand = new TestStand("large-call")) {
            stand.start(Engine.KAFKA, Engine.MONGODB, Engine.IDENTITY, Engine.MAIL);
            stand.startAsDeployed(Service.REGISTRY, Service.GRANTS);
            try (MongoClient mongo = MongoClients.create(stand.mongodb())) {
                Call call = new Call(stand);
                List<String> applications = call.fill();
                pages(report, call);
                exports(report, call, stand);
                decisions(report, call, applications, mongo);
            }
        }
    }

    private static void pages(Report report, Call call) throws Exception {
        var _ = steadily(call, IDLE);
        for (Page page :
                List.of(
                        new Page("list", "/applications"),
                        new Page("comparison", "/comparison"),
                        new Page("board list", "/board-lists/" + call.list + "/rows"))) {
            String path = "/calls/" + call.id + page.path() + "?limit=50";
            var _ = steadily(call, path);
            List<Double> ratios = new ArrayList<>();
            List<Double> ours = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                double floor = Figures.percentile(steadily(call, IDLE), 50);
                double own = Figures.percentile(steadily(call, path), 50);
                ours.add(own);
                ratios.add(own / floor);
            }
            report.ratio(page.name() + " of 5 000 ÷ a page without look-ups", ratios, TIMES_A_PAGE);
            report.absolute(page.name() + " p50", Figures.percentile(ours, 50), "ms");
        }
    }

    /** A page of the call. */
    private record Page(String name, String path) {}

    /** So many a second, whether or not those before are answered; how long each took, in ms. */
    private static List<Double> steadily(Call call, String path) throws Exception {
        return OpenLoop.of(
                PER_SECOND,
                (int) ROUND.toSeconds() * PER_SECOND,
                (_, meant) -> {
                    var _ = call.officer.get(HERE + path).expect(200);
                    return (System.nanoTime() - meant) / 1e6;
                });
    }

    private static void exports(Report report, Call call, TestStand stand) {
        String path = HERE + "/calls/" + call.id + "/comparison.csv";
        long pid = stand.service(Service.GRANTS).pid();
        for (int warming = 0; warming < EXPORTS; warming++) {
            var _ = call.officer.get(path).expect(200);
        }
        double before = Figures.residentMegabytes(pid);
        long begin = System.nanoTime();
        long rows = 0;
        for (int i = 0; i < EXPORTS; i++) {
            rows += call.officer.get(path).expect(200).body().lines().count() - 1;
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (rows != (long) EXPORTS * APPLICATIONS) {
            throw new IllegalStateException("Rows: " + rows);
        }
        report.limit(
                "P5b growth while " + rows + " rows leave",
                Math.max(0, Figures.residentMegabytes(pid) - before),
                MEGABYTES_MORE,
                "MB");
        report.absolute("rows exported", rows / seconds, "rows/s");
    }

    private static void decisions(
            Report report, Call call, List<String> applications, MongoClient mongo)
            throws Exception {
        MongoCollection<Document> bare = mongo.getDatabase("bare").getCollection("ledgers");
        int next = 0;
        var _ = rate(applications.subList(next, next + DECISIONS), call::decide);
        next += DECISIONS;
        var _ = rate(applications.subList(0, DECISIONS), _ -> update(bare, "warm"));
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            String id = UUID.randomUUID().toString();
            var _ = bare.insertOne(new Document("_id", id).append(CENTS, 1_000_000_000L));
            List<String> some = applications.subList(next, next + DECISIONS);
            next += DECISIONS;
            double floor = rate(some, _ -> update(bare, id));
            answers.add(rate(some, _ -> call.look()));
            double own = rate(some, call::decide);
            floors.add(floor);
            ours.add(own);
            ratios.add(own / floor);
        }
        call.assertGranted(next);
        report.atLeast("fifty officers deciding ÷ bare updates", ratios, OF_THE_STORE);
        report.absolute("decisions", Figures.percentile(ours, 50), "a second");
        report.absolute("bare updates", Figures.percentile(floors, 50), "a second");
        report.absolute("pages without look-ups", Figures.percentile(answers, 50), "a second");
    }

    private static void update(MongoCollection<Document> ledgers, String id) {
        var _ =
                ledgers.updateOne(
                        Filters.and(Filters.eq("_id", id), Filters.gte(CENTS, 100L)),
                        Updates.inc(CENTS, -100L));
    }

    /** What is done to an application. */
    @FunctionalInterface
    private interface Deed {

        void on(String application);
    }

    /** How many a second with {@value #IN_FLIGHT} at once. */
    private static double rate(List<String> applications, Deed deed) throws Exception {
        long begin = System.nanoTime();
        atOnce(
                applications.stream()
                        .map(
                                each ->
                                        (Callable<String>)
                                                () -> {
                                                    deed.on(each);
                                                    return each;
                                                })
                        .toList());
        return applications.size() * 1e9 / (System.nanoTime() - begin);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(IN_FLIGHT)) {
            return results(people.invokeAll(work));
        }
    }

    private static <T> List<T> results(List<Future<T>> under)
            throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> each : under) {
            results.add(each.get());
        }
        return results;
    }

    /** The call, as officers of Seinäjoki see it. */
    private static final class Call {

        private final Api coordinator;
        private final Api officer;
        private final Api decider;
        private final int year = Year.now(ZoneOffset.UTC).getValue();
        private String id = "";
        private String list = "";

        Call(TestStand stand) {
            Api anybody = Api.anonymous(stand);
            coordinator = anybody.as("coordinator.seinajoki").at(Service.REGISTRY);
            officer = anybody.as("officer.seinajoki").at(Service.GRANTS);
            decider = anybody.as("decider.seinajoki").at(Service.GRANTS);
        }

        /** Publishes it and has all applications handed in, and each proposed to a board. */
        List<String> fill() throws Exception {
            List<String> associations =
                    atOnce(
                            IntStream.range(0, ASSOCIATIONS)
                                    .mapToObj(i -> (Callable<String>) () -> association(i))
                                    .toList());
            Instant now = Instant.now();
            Api.Answer drafted =
                    officer.post(
                                    HERE + "/calls",
                                    Map.of(
                                            "title", Map.of("fi", "Toiminta-avustus"),
                                            "year", year,
                                            "budget", "1000000.00",
                                            "capPerApplication", "400.00",
                                            "eligibleForms", List.of("registered-association"),
                                            "opensAt", now.minus(1, ChronoUnit.DAYS).toString(),
                                            "closesAt", now.plus(30, ChronoUnit.DAYS).toString()))
                            .expect(201);
            id = drafted.id();
            var _ =
                    officer.put(HERE + "/calls/" + id + "/publication", drafted.etag(), "")
                            .expect(200);
            awaitKnown(associations.getLast());
            List<String> applications =
                    atOnce(
                            IntStream.range(0, APPLICATIONS)
                                    .mapToObj(
                                            i ->
                                                    (Callable<String>)
                                                            () ->
                                                                    application(
                                                                            associations.get(
                                                                                    i
                                                                                            % ASSOCIATIONS)))
                                    .toList());
            list =
                    officer.post(
                                    HERE + "/calls/" + id + "/board-lists",
                                    Map.of(
                                            "board",
                                            "hyvinvointilautakunta",
                                            "meetingOn",
                                            "2999-01-15"))
                            .expect(201)
                            .id();
            var _ =
                    atOnce(
                            applications.stream()
                                    .map(each -> (Callable<String>) () -> propose(each))
                                    .toList());
            return applications;
        }

        private String association(int number) {
            return coordinator
                    .post(
                            HERE + "/associations",
                            Map.of(
                                    "name",
                                    Map.of("fi", "Kyläyhdistys " + number),
                                    "form",
                                    "registered-association"))
                    .expect(201)
                    .id();
        }

        private void awaitKnown(String association) throws InterruptedException {
            long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (officer.post(HERE + "/applications", facts(association)).status() != 201) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("grants-service does not hear of associations");
                }
                TimeUnit.SECONDS.sleep(1);
            }
        }

        private String application(String association) {
            Api.Answer started =
                    officer.post(HERE + "/applications", facts(association)).expect(201);
            var _ =
                    officer.put(
                                    HERE + "/applications/" + started.id() + "/submission",
                                    started.etag(),
                                    "")
                            .expect(200);
            return started.id();
        }

        private String propose(String application) {
            var _ =
                    officer.put(
                                    HERE
                                            + "/calls/"
                                            + id
                                            + "/board-lists/"
                                            + list
                                            + "/rows/"
                                            + application,
                                    "\"0\"",
                                    Map.of("decision", "grant", "amount", "1.00"))
                            .expect(200);
            return application;
        }

        private Map<String, Object> facts(String association) {
            return Map.of(
                    "callId", id,
                    "associationId", association,
                    "purpose", "Toiminta",
                    "requested", "100.00",
                    "events", 1,
                    "email", "yhdistys@example.org",
                    "language", "fi");
        }

        /** A page without look-ups: what a request costs that the store is not asked for. */
        void look() {
            var _ = officer.get(HERE + IDLE).expect(200);
        }

        void decide(String application) {
            var _ =
                    decider.post(
                                    HERE + "/applications/" + application + "/decision",
                                    Map.of("decision", "grant", "amount", "1.00"))
                            .expect(201);
        }

        void assertGranted(int decisions) {
            String granted =
                    officer.get(HERE + "/calls/" + id + "/ledger")
                            .expect(200)
                            .json()
                            .path("granted")
                            .asString();
            if (!granted.equals(decisions + ".00")) {
                throw new IllegalStateException("Granted: " + granted);
            }
        }
    }
}
