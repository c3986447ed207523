package fi.kumppani.system.benchmark;

import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;
import fi.kumppani.system.stand.Unpacked;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * P7: how long each service takes until it is ready, against an empty shell with the same
 * libraries, both with an ahead-of-time cache that a real run trained.
 */
final class ColdStart implements Benchmarks.Benchmark {

    private static final int PAIRS = 5;
    private static final double TARGET = 1.25;
    private static final double CACHE_TARGET = 0.40;
    private static final List<String> FLAGS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    @Override
    public void measure(Report report) throws Exception {
        try (TestStand stand = new TestStand("cold-start")) {
            stand.start(Engine.KAFKA, Engine.MONGODB, Engine.IDENTITY, Engine.MAIL);
            for (Service service :
                    List.of(Service.REGISTRY, Service.EVENTS, Service.GRANTS, Service.NEWSLETTER)) {
                measure(report, stand, service);
            }
        }
    }

    private static void measure(Report report, TestStand stand, Service service) throws Exception {
        Path directory = Unpacked.of(service);
        int port = freePort();
        URI ready = URI.create("http://localhost:" + port + "/actuator/health/readiness");
        Map<String, String> environment = stand.environment(service, port);

        List<String> own = new ArrayList<>(FLAGS);
        Program program =
                new Program(
                        "own",
                        List.of(
                                "-jar",
                                directory.resolve(service.module() + "-0.1.0-app.jar").toString()),
                        environment,
                        ready,
                        directory.resolve("own.log"));
        Program shell =
                new Program(
                        "shell",
                        List.of(
                                "-Dspring.kafka.bootstrap-servers=" + stand.kafka(),
                                "-Dspring.cloud.stream.kafka.binder.brokers=" + stand.kafka(),
                                "-Dspring.mongodb.uri=" + stand.mongodb() + "/shell",
                                "-Dserver.port=" + port,
                                "-cp",
                                shellClassPath(directory),
                                EmptyShell.class.getName()),
                        Map.of(),
                        ready,
                        directory.resolve("shell.log"));
        Path ownCache = directory.resolve("own.aot");
        Path shellCache = directory.resolve("shell.aot");
        program.train(own, ownCache);
        shell.train(own, shellCache);

        List<Double> ratios = new ArrayList<>();
        List<Double> cacheRatios = new ArrayList<>();
        List<Double> services = new ArrayList<>();
        List<Double> shells = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            double shellTime = shell.time(with(own, "-XX:AOTCache=" + shellCache));
            double ownTime = program.time(with(own, "-XX:AOTCache=" + ownCache));
            shells.add(shellTime);
            services.add(ownTime);
            ratios.add(ownTime / shellTime);
        }
        if (service == Service.EVENTS) {
            for (int pair = 0; pair < PAIRS; pair++) {
                double plain = shell.time(own);
                cacheRatios.add(shell.time(with(own, "-XX:AOTCache=" + shellCache)) / plain);
            }
            report.ratio("empty shell, cached ÷ not cached", cacheRatios, CACHE_TARGET);
        }
        report.ratio(service.module() + " ÷ empty shell", ratios, TARGET);
        report.absolute(service.module(), Figures.percentile(services, 50), "s to ready");
        report.absolute("empty shell", Figures.percentile(shells, 50), "s to ready");
    }

    private static List<String> with(List<String> flags, String more) {
        List<String> all = new ArrayList<>(flags);
        all.add(more);
        return all;
    }

    /** The service's libraries without its own code and the kit's, and a jar with the shell. */
    private static String shellClassPath(Path directory) throws IOException {
        Path jar = directory.resolve("shell.jar");
        String entry = EmptyShell.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in = EmptyShell.class.getClassLoader().getResourceAsStream(entry)) {
            if (in == null) {
                throw new IllegalStateException("No class file of the shell");
            }
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
            out.closeEntry();
        }
        List<String> path = new ArrayList<>();
        path.add(jar.toString());
        try (Stream<Path> libraries = Files.list(directory.resolve("lib"))) {
            libraries
                    .filter(
                            each ->
                                    !each.getFileName()
                                            .toString()
                                            .matches("(contracts|service-kit)-.*"))
                    .sorted()
                    .forEach(each -> path.add(each.toString()));
        }
        return String.join(":", path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * A program whose start is timed.
     *
     * @param name what it is called
     * @param command what follows the JVM's flags
     * @param environment its environment
     * @param ready what is asked until it answers 200
     * @param log where it writes
     */
    private record Program(
            String name,
            List<String> command,
            Map<String, String> environment,
            URI ready,
            Path log) {

        void train(List<String> flags, Path cache) throws Exception {
            Process process = start(with(flags, "-XX:AOTCacheOutput=" + cache));
            awaitReady(process);
            for (int i = 0; i < 20; i++) {
                var _ = answer();
            }
            process.destroy();
            if (!process.waitFor(3, TimeUnit.MINUTES) || !Files.exists(cache)) {
                throw new IllegalStateException("No cache was written; see " + log);
            }
        }

        double time(List<String> flags) throws Exception {
            long begin = System.nanoTime();
            Process process = start(flags);
            awaitReady(process);
            double seconds = (System.nanoTime() - begin) / 1e9;
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return seconds;
        }

        private Process start(List<String> flags) throws IOException {
            List<String> all = new ArrayList<>();
            all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            all.addAll(flags);
            all.addAll(command);
            ProcessBuilder builder =
                    new ProcessBuilder(all)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        }

        private void awaitReady(Process process) throws InterruptedException {
            long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (System.nanoTime() < deadline) {
                if (answer() == 200) {
                    return;
                }
                if (!process.isAlive()) {
                    throw new IllegalStateException(name + " ended before it was ready");
                }
                Thread.sleep(50);
            }
            throw new IllegalStateException(name + " was not ready in time");
        }

        private int answer() throws InterruptedException {
            try {
                return HTTP.send(
                                HttpRequest.newBuilder(ready)
                                        .timeout(Duration.ofSeconds(2))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException _) {
                return 0;
            }
        }
    }
}
