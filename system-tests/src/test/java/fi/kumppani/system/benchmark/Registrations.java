package fi.kumppani.system.benchmark;

import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** People who register at a steady rate. */
final class Registrations {

    private static final int A_SECOND = 20;

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
                                        "registrationDeadline",
                                                start.minus(2, ChronoUnit.DAYS).toString(),
                                        "capacity", 5_000))
                        .expect(201)
                        .id();
        event = path + "/" + id;
        coordinator.put(event + "/publication", "\"1\"", "").expect(200);
    }

    /** The 99th percentile, in milliseconds from when each was due, for so long. */
    double p99(Duration time) throws InterruptedException {
        return p99(() -> pause(time));
    }

    /** The same while something goes on. */
    double p99(Runnable meanwhile) throws InterruptedException {
        ConcurrentLinkedQueue<Double> answers = new ConcurrentLinkedQueue<>();
        Queue<Future<?>> fired = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        long period = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
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
                                                            Math.max(0, at - System.nanoTime())));
                                            fired.add(people.submit(() -> register(answers, at)));
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

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
