package fi.kumppani.system.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the threads of all programs under test were doing when something did not come about. */
public final class ThreadDumps {

    private static final Path DIRECTORY =
            TestStand.project().resolve("system-tests/target/stand/threads");
    private static final String JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

    private ThreadDumps() {}

    /** Writes them down, a file for each process, virtual threads and all. */
    public static void write() {
        try {
            Files.createDirectories(DIRECTORY);
            for (ProcessHandle child : ProcessHandle.current().children().toList()) {
                write(Long.toString(child.pid()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(String pid) throws IOException, InterruptedException {
        Path file = DIRECTORY.resolve(pid + ".txt");
        Process asking =
                new ProcessBuilder(
                                List.of(
                                        JCMD,
                                        pid,
                                        "Thread.dump_to_file",
                                        "-overwrite",
                                        file.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(DIRECTORY.resolve(pid + ".jcmd").toFile())
                        .start();
        if (!asking.waitFor(10, TimeUnit.SECONDS)) {
            var _ = asking.destroyForcibly();
        }
    }
}
