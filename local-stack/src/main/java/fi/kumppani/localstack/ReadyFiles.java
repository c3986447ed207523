package fi.kumppani.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file {@code ready/<engine>} for each engine that is up, with its address and process id, for
 * whoever started it from another process.
 */
public final class ReadyFiles {

    private final Path directory;

    /** Those of the engines that keep their data here. */
    public ReadyFiles(Path data) {
        this.directory = data.resolve("ready");
    }

    void write(Engine engine) {
        try {
            Files.createDirectories(directory);
            Path half = directory.resolve(engine.name() + ".new");
            Files.writeString(
                    half, "%s%n%d%n".formatted(engine.address(), ProcessHandle.current().pid()));
            Files.move(half, directory.resolve(engine.name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this process has told that its engine of this name is up. */
    public boolean has(String engine, long pid) {
        Path file = directory.resolve(engine);
        try {
            return Files.exists(file)
                    && Files.readAllLines(file).getLast().equals(Long.toString(pid));
        } catch (NoSuchFileException removedMeanwhile) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that an engine which is up has told. */
    public String address(String engine) {
        try {
            return Files.readAllLines(directory.resolve(engine)).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(Engine engine) {
        try {
            Files.deleteIfExists(directory.resolve(engine.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
