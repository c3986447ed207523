package fi.kumppani.localstack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Every mail that was accepted, one file each, written before the sender is told so; a small
 * summary of each is held in memory.
 */
final class MailStore {

    private static final String RECEIVED_HEADER = "X-Received-At";
    private static final String RECIPIENTS_HEADER = "Envelope-To";
    private static final Pattern FILE = Pattern.compile("(\\d+)\\.eml");
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Path directory;
    private final ConcurrentSkipListMap<Long, MailSummary> summaries =
            new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();

    MailStore(Path directory) {
        this.directory = directory;
        for (long id : idsOnDisk()) {
            read(id).ifPresent(message -> remember(id, message));
            lastId.accumulateAndGet(id, Math::max);
        }
    }

    void add(MimeMessage message, List<String> recipients, Instant now) {
        long id = lastId.incrementAndGet();
        Path half = directory.resolve(id + ".new");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(half))) {
                out.write(envelope(recipients, now).getBytes(StandardCharsets.UTF_8));
                message.writeTo(out);
            }
            Files.move(half, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("A mail could not be kept in " + directory, e);
        }
        read(id).ifPresent(kept -> remember(id, kept));
    }

    List<MailSummary> newestFirst() {
        return List.copyOf(summaries.descendingMap().values());
    }

    Optional<MailSummary> find(long id) {
        return Optional.ofNullable(summaries.get(id));
    }

    /** Parses a mail anew; empty when it has been deleted meanwhile. */
    Optional<MimeMessage> read(long id) {
        try (var in = new BufferedInputStream(Files.newInputStream(file(id)))) {
            return Optional.of(new MimeMessage(SESSION, in));
        } catch (IOException | MessagingException e) {
            return Optional.empty();
        }
    }

    InputStream source(long id) throws IOException {
        return Files.newInputStream(file(id));
    }

    /** Ids go on from where they were: nobody who remembers one meets another mail under it. */
    void clear() {
        for (Long id : summaries.keySet()) {
            try {
                Files.deleteIfExists(file(id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            summaries.remove(id);
        }
    }

    private void remember(long id, MimeMessage message) {
        summaries.put(id, MailSummary.of(id, message, RECEIVED_HEADER, RECIPIENTS_HEADER));
    }

    private Path file(long id) {
        return directory.resolve("%08d.eml".formatted(id));
    }

    private static String envelope(List<String> recipients, Instant now) {
        return "%s: %s\r\n%s: %s\r\n"
                .formatted(
                        RECEIVED_HEADER, now, RECIPIENTS_HEADER, String.join(",\r\n ", recipients));
    }

    private List<Long> idsOnDisk() {
        try (var files = Files.list(directory)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(matcher -> matcher.matches())
                    .map(matcher -> Long.valueOf(matcher.group(1)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
