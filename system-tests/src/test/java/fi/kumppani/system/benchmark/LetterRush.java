package fi.kumppani.system.benchmark;

import static org.awaitility.Awaitility.await;

import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.JvmProcess;
import fi.kumppani.system.stand.Readers;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.SmtpSink;
import fi.kumppani.system.stand.TestStand;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * P4: an issue of about 10 KB to a long list over 16 connections, against a bare loop of Jakarta
 * Mail into the same mail server, and against Postfix's smtp-source where that is on the path; P4b:
 * the same with three kills beside three stops; P4c, as {@link LettersAsDeployed}: what
 * registrations notice.
 */
final class LetterRush implements Benchmarks.Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP = 2_000;
    private static final int CRASH_PAIRS = 2;
    private static final int INTERRUPTIONS = 3;
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
        new LettersAsDeployed(TEXT).measure(report);
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

    /**
     * What three kills cost beside three stops: both leave a process behind that has to warm up, so
     * that only what a kill takes away is counted.
     */
    private void crashTax(Report report, Round round, List<Double> ours) {
        double undisturbed = readers / Figures.percentile(ours, 50);
        List<Double> ratios = new ArrayList<>();
        List<Double> walls = new ArrayList<>();
        for (int pair = 0; pair < CRASH_PAIRS; pair++) {
            double stopped = seconds(round.interrupted(INTERRUPTIONS, JvmProcess::stop));
            double killed = seconds(round.interrupted(INTERRUPTIONS, JvmProcess::kill));
            walls.add(killed);
            ratios.add(killed / stopped);
        }
        report.ratio("(wall − restarts) with three kills ÷ with three stops", ratios, 1.15);
        report.absolute("undisturbed, by a process that is warm", undisturbed, "s");
        report.absolute("with three kills, without restarts", Figures.percentile(walls, 50), "s");
    }

    /** As fast as it goes there is no target: everything shares two cores. */
    private static void isolation(Report report, TestStand stand, Round round)
            throws InterruptedException {
        Registrations registrations = new Registrations(stand);
        var _ = registrations.p99(QUIET);
        report.absolute("p99 without an issue", registrations.p99(QUIET), "ms");
        report.absolute(
                "p99 while one is sent as fast as it goes",
                registrations.p99(round::undisturbed),
                "ms");
    }

    private static double memory(TestStand stand) {
        return Figures.residentMegabytes(stand.service(Service.NEWSLETTER).pid());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
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

        /** The same, with so many interruptions; without the time to end and to start again. */
        Duration interrupted(int times, Consumer<JvmProcess> interruption) {
            int before = sink.count();
            long begin = System.nanoTime();
            long restarting = 0;
            String issue = list.send(id, ++number, TEXT);
            for (int round = 1; round <= times; round++) {
                awaitCount(before + readers * round / (times + 1));
                long down = System.nanoTime();
                interruption.accept(stand.service(Service.NEWSLETTER));
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
}
