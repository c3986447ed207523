package fi.kumppani.system.benchmark;

import static org.awaitility.Awaitility.await;

import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Readers;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.SmtpSink;
import fi.kumppani.system.stand.TestStand;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * P4c: what registrations notice of an issue that is sent with the rates a deployment has unless it
 * says otherwise, which are what keeps letters from taking all there is.
 */
final class LettersAsDeployed implements Benchmarks.Benchmark {

    private static final int READERS = 4_000;
    private static final int PAIRS = 3;
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String text;

    /**
     * @param text what each letter says
     */
    LettersAsDeployed(String text) {
        this.text = text;
    }

    @Override
    public void measure(Report report) throws Exception {
        try (TestStand stand = new TestStand("letters-as-deployed");
                SmtpSink sink = new SmtpSink(stand.smtpPort(), Duration.ZERO)) {
            stand.startAsDeployed(Engine.KAFKA, Engine.MONGODB, Engine.IDENTITY);
            stand.startAsDeployed(Service.EVENTS, Service.NEWSLETTER);
            Readers list = new Readers(stand, sink);
            String id = list.list(READERS);
            Registrations registrations = new Registrations(stand);
            var _ = registrations.p99(TIME);
            List<Double> ratios = new ArrayList<>();
            List<Double> without = new ArrayList<>();
            List<Double> with = new ArrayList<>();
            for (int pair = 1; pair <= PAIRS; pair++) {
                without.add(registrations.p99(TIME));
                int before = sink.count();
                String issue = list.send(id, pair, text);
                await().atMost(PATIENCE).until(() -> sink.count() > before);
                with.add(registrations.p99(TIME));
                list.stop(issue);
                ratios.add(with.getLast() / without.getLast());
            }
            report.ratio(
                    "p99 of registrations while an issue is sent ÷ without, rates as deployed",
                    ratios,
                    1.5);
            report.absolute("p99 without", Figures.percentile(without, 50), "ms");
            report.absolute("p99 while an issue is sent", Figures.percentile(with, 50), "ms");
        }
    }
}
