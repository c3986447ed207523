package fi.kumppani.localstack;

import fi.kumppani.localstack.identity.IdentityEngine;
import fi.kumppani.localstack.kafka.KafkaEngine;
import fi.kumppani.localstack.mail.MailEngine;
import fi.kumppani.localstack.mongodb.MongodbEngine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/** Some engines in this JVM, started beside one another and stopped together. */
public final class Engines implements AutoCloseable {

    /** Every engine there is, in the order they are told of. */
    public static final List<String> NAMES = List.of("kafka", "mongodb", "identity", "mail");

    private final LocalStackSettings settings;
    private final ReadyFiles readyFiles;
    private final List<Engine> engines;

    public Engines(LocalStackSettings settings, List<String> names) {
        this.settings = settings;
        this.readyFiles = new ReadyFiles(settings.dataDirectory());
        this.engines = names.stream().map(this::create).toList();
    }

    /**
     * Returns when all are up; fails with the first that cannot come up.
     *
     * @param whenReady told of each engine as it comes up, from the thread that started it
     */
    public void start(BiConsumer<Engine, Duration> whenReady) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(engines.size())) {
            List<Callable<Engine>> starts = new ArrayList<>();
            for (Engine engine : engines) {
                starts.add(() -> start(engine, whenReady));
            }
            for (Future<Engine> started : threads.invokeAll(starts)) {
                try {
                    var _ = started.get();
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        }
    }

    @Override
    public void close() {
        for (Engine engine : engines.reversed()) {
            readyFiles.remove(engine);
            engine.close();
        }
    }

    private Engine start(Engine engine, BiConsumer<Engine, Duration> whenReady) {
        readyFiles.remove(engine);
        long begin = System.nanoTime();
        engine.start();
        readyFiles.write(engine);
        whenReady.accept(engine, Duration.ofNanos(System.nanoTime() - begin));
        return engine;
    }

    private Engine create(String name) {
        var ports = settings.ports();
        var data = settings.dataOf(name);
        return switch (name) {
            case "kafka" -> new KafkaEngine(data, ports.kafka(), ports.kafkaController());
            case "mongodb" -> new MongodbEngine(data, ports.mongodb());
            case "identity" -> new IdentityEngine(settings);
            case "mail" -> new MailEngine(data, ports.smtp(), ports.mail());
            default ->
                    throw new IllegalArgumentException(
                            "There is no engine %s; there are %s"
                                    .formatted(name, String.join(", ", NAMES)));
        };
    }
}
