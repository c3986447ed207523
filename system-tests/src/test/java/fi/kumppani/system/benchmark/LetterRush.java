package fi.kumppani.system.benchmark;

import static org.awaitility.Awaitility.await;

import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Readers;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.SmtpSink;
import fi.kumppani.system.stand.TestStand;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * P4: an issue of about 10 KB to a long list over 16 connections, against a bare loop of Jakarta
 * Mail into the same mail server, and against Postfix's smtp-source where that is on the path; P4b:
 * the same with three kills; P4c: what registrations notice.
 */
final class LetterRush implements Benchmarks.Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP = 2_000;
    private static final int REGISTRATIONS_A_SECOND = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final String TEXT =
            "Kumppanuuspöytä kokoontuu valtuustosalissa. ".repeat(100) + "\n";

    private final int readers;
    private final int pairs;

    /** As it is to be measured. */
    LetterRush() {
        this(20_000, 5);
    }

    LetterRush(int readers, int pairs) {
        this.readers = readers;
        this.pairs = pairs;
    }

    @Override
    public void measure(Report report) throws Exception {
        Map<String, String> settings =
                Map.of(
                        "KUMPPANI_SMTP_PERSECOND", "100000",
                        "KUMPPANI_SMTP_DOMAINPERSECOND", "100000",
                        "KUMPPANI_SMTP_CONNECTIONS", String.valueOf(CONNECTIONS + 4),
                        "KUMPPANI_SENDING_ISSUECONNECTIONS", String.valueOf(CONNECTIONS),
                        "KUMPPANI_SENDING_LEASE", "3s");
        try (TestStand stand = new TestStand("letter-rush", settings);
                SmtpSink sink = new SmtpSink(stand.smtpPort(), Duration.ZERO)) {
            stand.startAsDeployed(Engine.KAFKA, Engine.MONGODB, Engine.IDENTITY);
            stand.startAsDeployed(Service.EVENTS, Service.NEWSLETTER);
            Round round = new Round(stand, sink, readers);
            BareLetters bare = new BareLetters(stand.smtpPort(), CONNECTIONS, TEXT);
            var _ = bare.send(WARM_UP);
            var _ = round.undisturbed();
            double before = memory(stand);
            List<Double> ratios = new ArrayList<>();
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            PostfixLetters postfix = new PostfixLetters(stand.smtpPort(), CONNECTIONS);
            List<Double> postfixes = new ArrayList<>();
            for (int pair = 0; pair < pairs; pair++) {
                theirs.add(bare.send(readers));
                ours.add(readers / seconds(round.undisturbed()));
                ratios.add(ours.getLast() / theirs.getLast());
                postfix.send(readers).ifPresent(postfixes::add);
            }
            report.atLeast("letters a second ÷ bare loop", ratios, 0.60);
            report.absolute("system", Figures.percentile(ours, 50), "letters/s");
            report.absolute("bare loop", Figures.percentile(theirs, 50), "letters/s");
            besidePostfix(report, ours, postfixes);
            report.limit("growth of memory", memory(stand) - before, 57, "MB");
            crashTax(report, round, ours);
            isolation(report, stand, round);
        }
    }

    private static void besidePostfix(Report report, List<Double> ours, List<Double> postfixes) {
        if (postfixes.isEmpty()) {
            report.remark("smtp-source is not on the path: not compared with it");
            return;
        }
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < postfixes.size(); pair++) {
            ratios.add(ours.get(pair) / postfixes.get(pair));
        }
        report.atLeast("letters a second ÷ smtp-source", ratios, 0.10);
        report.absolute("smtp-source", Figures.percentile(postfixes, 50), "letters/s");
    }

    private void crashTax(Report report, Round round, List<Double> ours)
            throws InterruptedException {
        double undisturbed = readers / Figures.percentile(ours, 50);
        report.ratio(
                "(wall − restarts) with three kills ÷ undisturbed",
                List.of(seconds(round.killed(3)) / undisturbed),
                1.15);
    }

    private static void isolation(Report report, TestStand stand, Round round)
            throws InterruptedException {
        Registrations registrations = new Registrations(stand);
        var _ = registrations.p99(() -> pause(QUIET));
        double without = registrations.p99(() -> pause(QUIET));
        double with = registrations.p99(round::undisturbed);
        report.ratio(
                "p99 of registrations while an issue is sent ÷ without",
                List.of(with / without),
                1.5);
        report.absolute("p99 without", without, "ms");
        report.absolute("p99 while an issue is sent", with, "ms");
    }

    private static double memory(TestStand stand) {
        return Figures.residentMegabytes(stand.service(Service.NEWSLETTER).pid());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Issues to one list, one after the other. */
    private static final class Round {

        private final TestStand stand;
        private final SmtpSink sink;
        private final Readers list;
        private final String id;
        private final int readers;
        private int number;

        Round(TestStand stand, SmtpSink sink, int readers) {
            this.stand = stand;
            this.sink = sink;
            this.readers = readers;
            this.list = new Readers(stand, sink);
            this.id = list.list(readers);
        }

        /** How long it takes from the order to the last letter. */
        Duration undisturbed() {
            int target = sink.count() + readers;
            long begin = System.nanoTime();
            var _ = list.send(id, ++number, TEXT);
            awaitCount(target);
            return Duration.ofNanos(System.nanoTime() - begin);
        }

        /** The same, with so many kills; how long it takes without the time to start again. */
        Duration killed(int times) {
            int before = sink.count();
            long begin = System.nanoTime();
            long restarting = 0;
            String issue = list.send(id, ++number, TEXT);
            for (int kill = 1; kill <= times; kill++) {
                awaitCount(before + readers * kill / (times + 1));
                long down = System.nanoTime();
                stand.service(Service.NEWSLETTER).kill();
                stand.startAsDeployed(Service.NEWSLETTER);
                restarting += System.nanoTime() - down;
            }
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(
                            () ->
                                    "sent"
                                            .equals(
                                                    list.progress(issue)
                                                            .json()
                                                            .path("state")
                                                            .asString()));
            return Duration.ofNanos(System.nanoTime() - begin - restarting);
        }

        private void awaitCount(int count) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> sink.count() >= count);
        }
    }

    /** People who register at a steady rate. */
    private static final class Registrations {

        private final Api anybody;
        private final String event;

        Registrations(TestStand stand) {
            anybody = Api.anonymous(stand).at(Service.EVENTS);
            Api coordinator = Api.anonymous(stand).as("coordinator.seinajoki").at(Service.EVENTS);
            Instant start = Instant.now().plus(30, ChronoUnit.DAYS);
            String path = "/v1/municipalities/743/events";
            String id =
                    coordinator
                            .post(
                                    path,
                                    Map.of(
                                            "title", Map.of("fi", "Järjestöilta"),
                                            "venue", Map.of("name", Map.of("fi", "Matara-sali")),
                                            "startsAt", start.toString(),
                                            "endsAt", start.plus(2, ChronoUnit.HOURS).toString(),
                                            "capacity", 5_000))
                            .expect(201)
                            .id();
            event = path + "/" + id;
            coordinator.put(event + "/publication", "\"1\"", "").expect(200);
        }

        /** The 99th percentile, in milliseconds from when each was due, while something goes on. */
        double p99(Runnable meanwhile) throws InterruptedException {
            ConcurrentLinkedQueue<Double> answers = new ConcurrentLinkedQueue<>();
            Queue<Future<?>> fired = new ConcurrentLinkedQueue<>();
            AtomicBoolean over = new AtomicBoolean();
            long period = TimeUnit.SECONDS.toNanos(1) / REGISTRATIONS_A_SECOND;
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                Thread rush =
                        Thread.ofPlatform()
                                .start(
                                        () -> {
                                            for (long due = System.nanoTime();
                                                    !over.get();
                                                    due += period) {
                                                long at = due;
                                                pause(
                                                        Duration.ofNanos(
                                                                Math.max(
                                                                        0,
                                                                        at - System.nanoTime())));
                                                fired.add(
                                                        people.submit(() -> register(answers, at)));
                                            }
                                        });
                meanwhile.run();
                over.set(true);
                rush.join();
            }
            for (Future<?> each : fired) {
                if (each.state() != Future.State.SUCCESS) {
                    throw new IllegalStateException("One was not answered", each.exceptionNow());
                }
            }
            return Figures.percentile(answers, 99);
        }

        private void register(ConcurrentLinkedQueue<Double> answers, long due) {
            anybody.post(
                            event + "/registrations",
                            Map.of(
                                    "name", "Yhdistyksen edustaja",
                                    "email", "r" + UUID.randomUUID() + "@example.org",
                                    "language", "fi"))
                    .expect(201);
            answers.add((System.nanoTime() - due) / 1e6);
        }
    }
}
