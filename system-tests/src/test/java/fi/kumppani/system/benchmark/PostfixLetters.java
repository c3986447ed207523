package fi.kumppani.system.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * Letters as Postfix's own load generator sends them, smtp-source(1): nothing is made up for
 * anybody and nothing is kept.
 */
final class PostfixLetters {

    private static final int BYTES = 10_240;
    private static final int MINUTES = 5;

    private final int port;
    private final int connections;

    PostfixLetters(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** Sends so many and gives how many a second that was; nothing where it is not on the path. */
    OptionalDouble send(int letters) throws InterruptedException {
        ProcessBuilder program =
                new ProcessBuilder(
                                "smtp-source",
                                "-d",
                                "-s",
                                String.valueOf(connections),
                                "-l",
                                String.valueOf(BYTES),
                                "-m",
                                String.valueOf(letters),
                                "-f",
                                "noreply@seinajoki.example.org",
                                "-t",
                                "bare@example.org",
                                "127.0.0.1:" + port)
                        .inheritIO();
        long begin = System.nanoTime();
        Process running;
        try {
            running = program.start();
        } catch (IOException _) {
            return OptionalDouble.empty();
        }
        if (!running.waitFor(MINUTES, TimeUnit.MINUTES)) {
            var _ = running.destroyForcibly();
        }
        if (running.waitFor() != 0) {
            throw new UncheckedIOException(
                    new IOException("smtp-source ended with " + running.exitValue()));
        }
        return OptionalDouble.of(letters / ((System.nanoTime() - begin) / 1e9));
    }
}
