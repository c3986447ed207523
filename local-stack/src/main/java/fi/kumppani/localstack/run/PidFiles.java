package fi.kumppani.localstack.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers the process of each service, so that one left behind by a kill -9 can be named. */
final class PidFiles {

    private final Path directory;

    PidFiles(Path directory) {
        this.directory = directory;
    }

    void write(String name, long pid) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name), "%d%n".formatted(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Long> alive(String name) {
        Path file = directory.resolve(name);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(process -> process.info().command().orElse("").endsWith("java"))
                    .map(ProcessHandle::pid);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
