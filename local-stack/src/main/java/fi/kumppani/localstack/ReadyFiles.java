package fi.kumppani.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file {@code ready/<engine>} for each engine that is up, with its address and process id, for
 * whoever started it from another process.
 */
final class ReadyFiles {

    private final Path directory;

    ReadyFiles(Path data) {
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

    void remove(Engine engine) {
        try {
            Files.deleteIfExists(directory.resolve(engine.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
