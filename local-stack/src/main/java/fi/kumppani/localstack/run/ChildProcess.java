package fi.kumppani.localstack.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One part of the system in a process of its own. */
final class ChildProcess {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final Duration RECORDED_WITHIN = Duration.ofMinutes(4);
    private static final int TAIL_LINES = 25;

    private final String name;
    private final AppDirectory app;
    private final Path log;
    private final PidFiles pids;
    private final boolean recording;
    private final Process process;
    private volatile boolean wasReady;
    private final long begun = System.nanoTime();

    /**
     * Starts it.
     *
     * @param heap the most heap it may take, such as {@code 224m}
     * @param record whether this run may write an ahead-of-time cache when there is none
     */
    ChildProcess(
            String name,
            AppDirectory app,
            String heap,
            List<String> arguments,
            Map<String, String> environment,
            boolean record,
            Path log,
            PidFiles pids) {
        this.name = name;
        this.app = app;
        this.log = log;
        this.pids = pids;
        app.dropRecording();
        this.recording = record && !app.hasCache();
        List<String> command = new ArrayList<>(java(heap));
        command.addAll(app.javaOptions(record));
        command.addAll(arguments);
        this.process = start(command, environment, log);
        pids.write(name, process.pid());
    }

    /**
     * Ctrl-C reaches every process of the terminal at once; ignoring it leaves the order of
     * stopping to us. A JVM keeps ignoring an interrupt that its parent ignored.
     */
    private static List<String> java(String heap) {
        return List.of(
                "/bin/sh",
                "-c",
                "trap '' INT; exec \"$0\" \"$@\"",
                JavaCommand.executable(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    private static Process start(List<String> command, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    /**
     * Whether it will write a cache when it stops; one that never got ready has seen too little.
     */
    boolean isRecording() {
        return recording && wasReady;
    }

    long pid() {
        return process.pid();
    }

    /**
     * Asks gently, four times a second, and returns how long it took.
     *
     * @throws RunFailure when the process ends or does not get there
     */
    Duration await(BooleanSupplier ready) throws InterruptedException {
        while (elapsed().compareTo(READY_WITHIN) < 0) {
            if (!process.isAlive()) {
                throw new RunFailure(epitaph());
            }
            if (ready.getAsBoolean()) {
                return elapsed();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new RunFailure(
                "%s is not ready after %d s.%n%s"
                        .formatted(name, READY_WITHIN.toSeconds(), logTail()));
    }

    /** Tells that it is up, and what to do when it ends after that, for whatever reason. */
    void becameReady(Runnable whenItEnds) {
        wasReady = true;
        var _ = process.onExit().thenRun(whenItEnds);
    }

    /** Asks it to stop, and makes it stop when it does not. */
    void stop() {
        try {
            if (recording && !wasReady) {
                process.destroyForcibly().waitFor();
                app.dropRecording();
            } else {
                process.destroy();
                awaitStopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pids.remove(name);
    }

    private void awaitStopped() throws InterruptedException {
        if (process.waitFor(recording ? RECORDED_WITHIN : STOPPED_WITHIN)) {
            app.keepRecording();
        } else {
            process.destroyForcibly().waitFor();
            app.dropRecording();
        }
    }

    String epitaph() {
        return "%s has ended with exit code %d.%n%s"
                .formatted(name, process.exitValue(), logTail());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private String logTail() {
        try {
            var lines = Files.readAllLines(log);
            return "The end of %s:%n%s"
                    .formatted(
                            log,
                            String.join(
                                    System.lineSeparator(),
                                    lines.subList(
                                            Math.max(0, lines.size() - TAIL_LINES), lines.size())));
        } catch (IOException e) {
            return "Its log cannot be read: " + log;
        }
    }
}
