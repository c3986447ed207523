package fi.kumppani.system.benchmark;

import fi.kumppani.system.stand.TestStand;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * P8: what {@code ./run} takes, once built and run before: until it is ready, and in memory with
 * everything it starts. Needs the usual ports.
 */
final class WholeSystem implements Benchmarks.Benchmark {

    private static final double MEGABYTES = 2560;
    private static final double SECONDS = 40;

    @Override
    public void measure(Report report) throws Exception {
        var _ = untilReady();
        Measured second = untilReady();
        report.limit("./run until ready", second.seconds(), SECONDS, "s");
        report.limit("everything ./run starts", second.megabytes(), MEGABYTES, "MB");
    }

    private static Measured untilReady() throws Exception {
        Path project = TestStand.project();
        long begin = System.nanoTime();
        Process run =
                new ProcessBuilder(project.resolve("run").toString())
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.contains("Ctrl-C")) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("./run ended before it was ready");
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double megabytes =
                    Stream.concat(Stream.of(run.toHandle()), run.descendants())
                            .mapToDouble(each -> Figures.residentMegabytes(each.pid()))
                            .sum();
            return new Measured(seconds, megabytes);
        } finally {
            run.destroy();
            if (!run.waitFor(5, TimeUnit.MINUTES)) {
                run.destroyForcibly();
            }
        }
    }

    private record Measured(double seconds, double megabytes) {}
}
