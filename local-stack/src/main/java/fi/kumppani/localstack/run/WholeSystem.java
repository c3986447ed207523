package fi.kumppani.localstack.run;

import fi.kumppani.localstack.Engines;
import fi.kumppani.localstack.LocalStackSettings;
import fi.kumppani.localstack.ReadyFiles;
import fi.kumppani.localstack.demonstration.DemonstrationData;
import fi.kumppani.localstack.identity.Demonstration;
import fi.kumppani.localstack.smoke.SmokeWalk;
import fi.kumppani.localstack.system.RunningSystem;
import fi.kumppani.localstack.system.Service;
import fi.kumppani.localstack.system.Step;
import fi.kumppani.localstack.system.Steps;
import fi.kumppani.localstack.system.UnexpectedOutcomeException;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * One process with the engines, one for each service, and what is done to them once they are up.
 */
final class WholeSystem {

    private static final String ENGINES = "engines";
    private static final String ENGINES_MODULE = "local-stack";
    private static final String ENGINES_HEAP = "384m";
    private static final String SERVICE_HEAP = "224m";

    private final LocalStackSettings settings;
    private final RunOptions options;
    private final Screen screen;
    private final PidFiles pids;
    private final ServiceEnvironment environment;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** The engines first, once they have been started. */
    private final List<ChildProcess> processes = new ArrayList<>();

    private boolean stopping;

    WholeSystem(LocalStackSettings settings, RunOptions options, Screen screen) {
        this.settings = settings;
        this.options = options;
        this.screen = screen;
        this.pids = new PidFiles(settings.directory().resolve("pids"));
        this.environment = new ServiceEnvironment(settings, options.smoke());
    }

    /** Returns after a smoke walk; without one it returns only by an exception. */
    void run() throws InterruptedException {
        long begun = System.nanoTime();
        List<Service> wanted = options.onlyEngines() ? List.of() : List.of(Service.values());
        checkPorts(wanted);
        checkBuilt(wanted);
        resetWhenAsked();
        screen.say("Kumppani is starting; each part writes its log to " + logs());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            startEngines();
            startServices(wanted);
            if (!wanted.isEmpty()) {
                perform(new DemonstrationData());
            }
            if (options.smoke()) {
                performAtLeastOne(new SmokeWalk());
            } else {
                greet(Duration.ofNanos(System.nanoTime() - begun));
                forever();
            }
        } catch (RunFailure e) {
            if (isStopping()) {
                // It failed because it was told to stop; the shutdown hook does the rest.
                forever();
            }
            throw e;
        } finally {
            stop();
        }
    }

    private void checkPorts(List<Service> wanted) {
        var ports = settings.ports();
        var check = new PortCheck();
        for (Service service : wanted) {
            check.add(service.setting(), service.port(ports), service.module());
        }
        check.add("identity", ports.identity(), ENGINES);
        check.add("smtp", ports.smtp(), ENGINES);
        check.add("mail", ports.mail(), ENGINES);
        if (settings.mongodb().uri() == null) {
            check.add("mongodb", ports.mongodb(), ENGINES);
        }
        if (settings.kafka() == null) {
            check.add("kafka", ports.kafka(), ENGINES);
            check.add("kafka-controller", ports.kafkaController(), ENGINES);
        }
        var complaints = check.complaints(pids);
        if (!complaints.isEmpty()) {
            throw new RunFailure(String.join("\n", complaints));
        }
    }

    private static void checkBuilt(List<Service> wanted) {
        List<String> missing =
                wanted.stream()
                        .map(service -> jarOf(service.module()))
                        .filter(Files::notExists)
                        .map(Path::toString)
                        .toList();
        if (!missing.isEmpty()) {
            throw new RunFailure(
                    """
                    These services are not built:
                      %s
                    Build them with ./mvnw -DskipTests package, or start only the engines with \
                    ./run --only engines\
                    """
                            .formatted(String.join("\n  ", missing)));
        }
    }

    private void resetWhenAsked() {
        if (!options.reset()) {
            return;
        }
        try {
            FileSystemUtils.deleteRecursively(settings.dataDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        screen.say("All local data is forgotten: " + settings.dataDirectory());
        if (settings.mongodb().uri() != null || settings.kafka() != null) {
            screen.say("What the given servers hold is left as it is.");
        }
    }

    private void startEngines() throws InterruptedException {
        List<String> names = new ArrayList<>(Engines.NAMES);
        if (settings.kafka() != null) {
            names.remove("kafka");
            screen.say("  kafka                given           " + settings.kafka());
        }
        if (settings.mongodb().uri() != null) {
            names.remove("mongodb");
            screen.say("  mongodb              given");
        }
        List<String> arguments = new ArrayList<>(names);
        arguments.addAll(options.settings());
        var process = start(ENGINES, ENGINES_MODULE, ENGINES_HEAP, arguments, Map.of());
        var readyFiles = new ReadyFiles(settings.dataDirectory());
        List<Callable<Void>> waits = new ArrayList<>();
        for (String name : names) {
            waits.add(
                    () -> {
                        var took = process.await(() -> readyFiles.has(name, process.pid()));
                        screen.ready(name, took, readyFiles.address(name));
                        return null;
                    });
        }
        awaitAll(waits);
        process.becameReady(() -> reportDeath(process));
    }

    private void startServices(List<Service> wanted) throws InterruptedException {
        List<Callable<Void>> waits = new ArrayList<>();
        for (Service service : wanted) {
            var address = service.address(settings.ports());
            var readiness = address.resolve("/actuator/health/readiness");
            var process =
                    start(
                            service.module(),
                            service.module(),
                            SERVICE_HEAP,
                            List.of(),
                            environment.of(service));
            waits.add(
                    () -> {
                        var took = process.await(() -> answers(readiness));
                        screen.ready(process.name(), took, address.toString());
                        process.becameReady(() -> reportDeath(process));
                        return null;
                    });
        }
        awaitAll(waits);
    }

    private ChildProcess start(
            String name,
            String module,
            String heap,
            List<String> arguments,
            Map<String, String> variables) {
        var app =
                new AppDirectory(
                        jarOf(module), settings.directory().resolve("apps").resolve(module));
        app.prepare();
        synchronized (this) {
            if (stopping) {
                throw new RunFailure("Stopped while starting.");
            }
            var process =
                    new ChildProcess(
                            name,
                            app,
                            heap,
                            arguments,
                            variables,
                            settings.aotCache() && !options.smoke(),
                            logs().resolve(name + ".log"),
                            pids);
            processes.add(process);
            return process;
        }
    }

    /** Fails with the first that fails, without waiting for the others. */
    private static void awaitAll(List<Callable<Void>> waits) throws InterruptedException {
        var threads = Executors.newCachedThreadPool();
        try {
            var results = new ExecutorCompletionService<Void>(threads);
            waits.forEach(results::submit);
            for (int i = 0; i < waits.size(); i++) {
                results.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RunFailure failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean answers(URI readiness) {
        var request = HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void reportDeath(ChildProcess process) {
        if (!isStopping()) {
            screen.say("");
            screen.say(process.epitaph());
            screen.say("The rest keeps running; Ctrl-C stops it.");
        }
    }

    private void performAtLeastOne(Steps steps) {
        if (perform(steps) == 0) {
            throw new RunFailure(steps.title() + ": there is nothing in it yet.");
        }
    }

    private int perform(Steps steps) {
        List<Step> work = steps.of(new RunningSystem(settings, http));
        if (!work.isEmpty()) {
            screen.say(steps.title());
        }
        for (Step step : work) {
            long begun = System.nanoTime();
            try {
                String result = step.work().perform();
                screen.done(step.title(), Duration.ofNanos(System.nanoTime() - begun), result);
            } catch (Exception e) {
                throw new RunFailure(
                        "%s failed at: %s%n%s"
                                .formatted(
                                        steps.title(),
                                        step.title(),
                                        e instanceof UnexpectedOutcomeException
                                                ? e.getMessage()
                                                : e));
            }
        }
        return work.size();
    }

    private void greet(Duration took) {
        screen.say("");
        screen.say("Ready after " + Screen.seconds(took));
        screen.say("");
        if (options.onlyEngines()) {
            screen.say("  Only the engines are running, without the services.");
        } else {
            screen.say("  Kumppani  " + settings.portalUrl());
        }
        screen.say("  Mail      http://localhost:" + settings.ports().mail());
        var demonstration = Demonstration.load();
        screen.say("");
        screen.say("  Log in as any of these; the password is " + demonstration.password());
        demonstration.users().stream()
                .collect(
                        Collectors.groupingBy(
                                user -> user.roles().getFirst(),
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        Demonstration.User::username, Collectors.joining("  "))))
                .values()
                .forEach(names -> screen.say("    " + names));
        screen.say("");
        screen.say("Ctrl-C stops everything.");
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /** Services first, because they need the engines to finish what they have begun. */
    private void stop() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        screen.say("");
        screen.say("Stopping");
        boolean recording = processes.stream().anyMatch(ChildProcess::isRecording);
        if (recording) {
            screen.say("Each part now writes down what it loaded, so that the next start is");
            screen.say("quicker. This takes a minute or two, and only after a change.");
        }
        // Writing that down takes a processor and much memory each.
        int together = recording ? Runtime.getRuntime().availableProcessors() : processes.size();
        try (var threads = Executors.newFixedThreadPool(Math.max(1, together))) {
            processes.stream().skip(1).forEach(service -> threads.execute(service::stop));
        }
        processes.stream().limit(1).forEach(ChildProcess::stop);
        screen.say("Stopped");
    }

    private Path logs() {
        try {
            return Files.createDirectories(settings.directory().resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jarOf(String module) {
        return Path.of(module, "target", module + "-0.1.0-app.jar");
    }

    private static void forever() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
