package fi.kumppani.system.stand;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own that can be killed, frozen and started again. */
public final class JvmProcess implements AutoCloseable {

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private @Nullable Process process;

    JvmProcess(String name, List<String> command, Map<String, String> environment, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /** Starts it with further JVM options, without waiting until it can be used. */
    public void start(String... options) {
        if (isRunning()) {
            throw new IllegalStateException(name + " runs already");
        }
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of(options));
        all.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(all)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            awaitEnd();
        }
    }

    /** Asks it to end, as {@code kill} does, and waits. */
    public void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!endsWithin(20)) {
                kill();
            }
        }
    }

    /** Waits until it has ended by itself, at most a minute. */
    public void awaitEnd() {
        if (!endsWithin(60)) {
            throw new IllegalStateException(name + " does not end");
        }
    }

    /** Whether it runs. */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Freezes it: it keeps its connections and does nothing. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen one go on. */
    public void thaw() {
        signal("CONT");
    }

    /** Its process id. */
    public long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return running.pid();
    }

    /** Everything it has written so far, over all its lives. */
    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name it goes by. */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        stop();
    }

    private void signal(String signal) {
        try {
            int exit =
                    new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + signal + " failed for " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean endsWithin(long seconds) {
        Process running = process;
        try {
            return running == null || running.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
