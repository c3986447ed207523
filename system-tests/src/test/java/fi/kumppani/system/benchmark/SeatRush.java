package fi.kumppani.system.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * P1, P1b and P2: people who want the seats of an event, against {@link BareSeats} on the same
 * store. Everything is checked besides: exactly the seats there are, and nobody before somebody who
 * was answered before they asked.
 */
final class SeatRush implements Benchmarks.Benchmark {

    private static final int PAIRS = 5;
    private static final int PEOPLE = 5_000;
    private static final int SEATS = 80;
    private static final int IN_FLIGHT = 64;
    private static final int MANY_EVENTS = 100;
    private static final int SPIKE = 1_000;
    private static final int OPEN_LOOP_SECONDS = 10;

    private final String[] faults;

    /** The system with faults in the service that decides; none measures it as it is. */
    SeatRush(String... faults) {
        this.faults = faults.clone();
    }

    /** Where people get seats. */
    interface Desk {

        /** A new event with so many seats. */
        String open(int seats);

        /** The number somebody got. */
        long register(String event, String mailbox);
    }

    @Override
    public void measure(Report report) throws Exception {
        try (TestStand stand = new TestStand("seat-rush")) {
            stand.start(Engine.KAFKA, Engine.MONGODB, Engine.IDENTITY, Engine.MAIL);
            if (faults.length == 0) {
                stand.startAsDeployed(Service.EVENTS);
            } else {
                stand.startWithFaults(Service.EVENTS, faults);
            }
            try (MongoClient mongo = MongoClients.create(stand.mongodb())) {
                Desk bare = new BareSeats(mongo.getDatabase("bare"));
                Whole whole = new Whole(stand);
                double rate = throughput(report, bare, whole);
                latency(report, bare, whole, rate);
            }
        }
    }

    /** P1 and P1b; the rate at which the bare desk decides, per second. */
    private static double throughput(Report report, Desk bare, Whole whole) throws Exception {
        for (int warming = 0; warming < 3; warming++) {
            var _ = rate(rush(bare, 1));
            var _ = rate(rush(whole, 1));
        }
        List<Double> hot = new ArrayList<>();
        List<Double> spread = new ArrayList<>();
        List<Double> floor = new ArrayList<>();
        List<Double> ofBare = new ArrayList<>();
        List<Double> spreadOfHot = new ArrayList<>();
        List<Double> hotOfSpread = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            double raw = rate(rush(bare, 1));
            double one = rate(whole.checked(rush(whole, 1)));
            double many = rate(rush(whole, MANY_EVENTS));
            floor.add(raw);
            hot.add(one);
            spread.add(many);
            ofBare.add(one / raw);
            spreadOfHot.add(many / one);
            hotOfSpread.add(one / many);
        }
        report.atLeast("P1 decisions of one hot event ÷ bare", ofBare, 0.5);
        report.atLeast("P1b over a hundred events ÷ one hot event", spreadOfHot, 0.9);
        report.atLeast("P1b one hot event ÷ over a hundred events", hotOfSpread, 0.6);
        report.absolute("hot", Figures.percentile(hot, 50), "decisions/s");
        report.absolute("spread", Figures.percentile(spread, 50), "decisions/s");
        report.absolute("bare", Figures.percentile(floor, 50), "decisions/s");
        return Figures.percentile(hot, 50);
    }

    /** P2: an open loop at half of what P1 decides, and a spike. */
    private static void latency(Report report, Desk bare, Whole whole, double rate)
            throws Exception {
        int half = Math.max(1, (int) (rate / 2));
        List<Double> tails = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        List<Double> spikes = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            double floor = tail(arriving(bare, half, half * OPEN_LOOP_SECONDS));
            double own = tail(whole.checked(arriving(whole, half, half * OPEN_LOOP_SECONDS)));
            floors.add(floor);
            ours.add(own);
            tails.add(own / floor);
            double raw = rate(rush(bare, 1));
            double last = length(whole.checked(arriving(whole, SPIKE, SPIKE)));
            spikes.add(last / (SPIKE / raw));
        }
        report.ratio("P2 p99 at half of P1 ÷ bare", tails, 3);
        report.ratio("P2 spike until the last decision ÷ bare", spikes, 1.5);
        report.absolute("p99", Figures.percentile(ours, 50), "ms");
        report.absolute("bare p99", Figures.percentile(floors, 50), "ms");
    }

    /**
     * One who came.
     *
     * @param number what they got
     * @param meant when they were to ask, in ns
     * @param asked when they asked, in ns
     * @param answered when they were answered, in ns
     */
    private record Visit(String event, long number, long meant, long asked, long answered) {}

    /** Everybody at once, as many in flight as there may be. */
    private static List<Visit> rush(Desk desk, int events) throws Exception {
        List<String> open = IntStream.range(0, events).mapToObj(_ -> desk.open(SEATS)).toList();
        AtomicInteger next = new AtomicInteger();
        List<Visit> visits = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(IN_FLIGHT)) {
            Callable<List<Visit>> one =
                    () -> {
                        List<Visit> own = new ArrayList<>();
                        for (int who = next.getAndIncrement();
                                who < PEOPLE;
                                who = next.getAndIncrement()) {
                            String event = open.get(who % events);
                            own.add(visit(desk, event, "p" + who, System.nanoTime()));
                        }
                        return own;
                    };
            for (Future<List<Visit>> each :
                    people.invokeAll(IntStream.range(0, IN_FLIGHT).mapToObj(_ -> one).toList())) {
                visits.addAll(each.get());
            }
        }
        return visits;
    }

    /** So many a second, whether or not those before are through. */
    private static List<Visit> arriving(Desk desk, int perSecond, int people)
            throws InterruptedException, ExecutionException {
        String event = desk.open(SEATS);
        return OpenLoop.of(perSecond, people, (who, meant) -> visit(desk, event, "p" + who, meant));
    }

    private static Visit visit(Desk desk, String event, String mailbox, long meant) {
        long asked = System.nanoTime();
        long number = desk.register(event, mailbox);
        return new Visit(event, number, meant, asked, System.nanoTime());
    }

    private static double rate(List<Visit> visits) {
        return visits.size() / length(visits);
    }

    /** From the first who was to ask until the last was answered, in seconds. */
    private static double length(List<Visit> visits) {
        long first = visits.stream().mapToLong(Visit::meant).min().orElseThrow();
        long last = visits.stream().mapToLong(Visit::answered).max().orElseThrow();
        return (last - first) / 1e9;
    }

    private static double tail(List<Visit> visits) {
        return Figures.percentile(
                visits.stream().map(each -> (each.answered() - each.meant()) / 1e6).toList(), 99);
    }

    /** events-service, asked as anybody asks it. */
    private static final class Whole implements Desk {

        private static final String EVENTS = "/v1/municipalities/743/events";

        private final Api anybody;
        private final Api coordinator;

        Whole(TestStand stand) {
            anybody = Api.anonymous(stand).at(Service.EVENTS);
            coordinator = Api.anonymous(stand).as("coordinator.seinajoki").at(Service.EVENTS);
        }

        @Override
        public String open(int seats) {
            Instant start = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
            Map<String, Object> facts =
                    Map.of(
                            "title", Map.of("fi", "Järjestöilta"),
                            "venue", Map.of("name", Map.of("fi", "Matara-sali")),
                            "startsAt", start.toString(),
                            "endsAt", start.plus(2, ChronoUnit.HOURS).toString(),
                            "registrationDeadline", start.minus(2, ChronoUnit.DAYS).toString(),
                            "capacity", seats);
            String id = coordinator.post(EVENTS, facts).expect(201).id();
            var _ = coordinator.put(EVENTS + "/" + id + "/publication", "\"1\"", "").expect(200);
            return id;
        }

        @Override
        public long register(String event, String mailbox) {
            return anybody.post(
                            EVENTS + "/" + event + "/registrations",
                            Map.of(
                                    "name", "Osallistuja",
                                    "email", mailbox + "@example.org",
                                    "language", "fi"))
                    .expect(201)
                    .json()
                    .path("number")
                    .asLong();
        }

        /** The same visits to one event, if nobody was wronged. */
        List<Visit> checked(List<Visit> visits) {
            JsonNode seats =
                    coordinator
                            .get(EVENTS + "/" + visits.getFirst().event())
                            .expect(200)
                            .json()
                            .path("seats");
            if (seats.path("confirmed").asInt() != SEATS
                    || seats.path("waiting").asInt() != visits.size() - SEATS) {
                throw new IllegalStateException("Seats: " + seats);
            }
            long earliestAnswerBehind = Long.MAX_VALUE;
            for (Visit visit :
                    visits.stream()
                            .sorted((one, other) -> Long.compare(other.number(), one.number()))
                            .toList()) {
                if (earliestAnswerBehind < visit.asked()) {
                    throw new IllegalStateException(
                            "Number " + visit.number() + " asked after one behind was answered");
                }
                earliestAnswerBehind = Math.min(earliestAnswerBehind, visit.answered());
            }
            return visits;
        }
    }
}
