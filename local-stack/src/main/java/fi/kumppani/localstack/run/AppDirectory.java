package fi.kumppani.localstack.run;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A service unpacked from its jar, because it starts quicker that way, with its ahead-of-time cache
 * (JEP 514) beside it.
 *
 * <p>The cache belongs to exactly these jars. The JVM compares only their times and sizes, which
 * reproducible builds keep, so both are thrown away here whenever the contents differ.
 */
final class AppDirectory {

    private final Path jar;
    private final Path directory;
    private final Path cache;
    private final Path recording;

    AppDirectory(Path jar, Path directory) {
        this.jar = jar;
        this.directory = directory;
        this.cache = directory.resolve("app.aot");
        this.recording = directory.resolve("app.aot.new");
    }

    /** Unpacks again when the jar or the JDK has changed. */
    void prepare() {
        try {
            String fingerprint = JarFingerprint.of(jar) + " " + Runtime.version();
            Path mark = directory.resolve("unpacked-from");
            if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
                return;
            }
            FileSystemUtils.deleteRecursively(directory);
            Files.createDirectories(directory);
            unpack();
            Files.writeString(mark, fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be unpacked".formatted(jar), e);
        }
    }

    /**
     * What to put between {@code java} and the arguments of the service.
     *
     * @param record whether this run may write a cache when there is none
     */
    List<String> javaOptions(boolean record) {
        List<String> options = new ArrayList<>();
        if (Files.exists(cache)) {
            options.add("-XX:AOTCache=" + cache);
        } else if (record) {
            options.add("-XX:AOTCacheOutput=" + recording);
            // It would warn of each class that cannot be kept, hiding what the service says.
            options.add("-Xlog:aot*=error");
        }
        options.add("-jar");
        options.add(directory.resolve(jar.getFileName()).toString());
        return options;
    }

    boolean hasCache() {
        return Files.exists(cache);
    }

    /** Takes a cache into use once the process that wrote it is gone. */
    void keepRecording() {
        try {
            if (Files.exists(recording)) {
                Files.move(recording, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a cache that may be half written. */
    void dropRecording() {
        try {
            Files.deleteIfExists(recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unpack() throws IOException {
        var process =
                new ProcessBuilder(
                                JavaCommand.executable(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
