package fi.kumppani.system.stand;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A mail server that takes every letter and writes down each, also those whose sender died before
 * it was told so; of the first hundred also what they say.
 */
public final class SmtpSink implements AutoCloseable {

    private static final String MESSAGE_ID = "message-id:";
    private static final int MOST_CONTENT = 100;

    private final ServerSocket server;
    private final Duration pause;
    private final ConcurrentLinkedQueue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger life = new AtomicInteger();

    /**
     * Begins to listen.
     *
     * @param port of the loopback address
     * @param pause between taking a letter and saying so
     */
    public SmtpSink(int port, Duration pause) {
        this.pause = pause;
        try {
            server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = Thread.ofVirtual().start(this::listen);
    }

    /**
     * A letter.
     *
     * @param to its recipient
     * @param messageId without angle brackets
     * @param life of its sender, counted from 0
     * @param content as it came; empty after the first hundred
     */
    public record Taken(String to, String messageId, int life, String content) {}

    /** Its sender was killed: what comes now comes from another life. */
    public void nextLife() {
        life.incrementAndGet();
    }

    /** All letters in the order in which they came. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** How many there are. */
    public int count() {
        return count.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                var _ = Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            String to = "";
            say(out, "220 sink");
            for (String line = line(in); line != null; line = line(in)) {
                String verb = line.toUpperCase(Locale.ROOT);
                if (verb.startsWith("RCPT")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                if (verb.startsWith("DATA")) {
                    say(out, "354 go on");
                    String content = content(in);
                    if (content == null) {
                        return;
                    }
                    boolean early = count.get() < MOST_CONTENT;
                    taken.add(new Taken(to, messageId(content), life.get(), early ? content : ""));
                    var _ = count.incrementAndGet();
                    LockSupport.parkNanos(pause.toNanos());
                    say(out, "250 taken");
                } else if (verb.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException _) {
            // The sender died: what it sent is written down.
            return;
        }
    }

    /** The letter up to its dot; null when it broke off, as then nobody took it. */
    private static @Nullable String content(InputStream in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = line(in); line != null; line = line(in)) {
            if (".".equals(line)) {
                return content.toString();
            }
            content.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return null;
    }

    private static String messageId(String content) {
        return content.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(MESSAGE_ID))
                .map(line -> line.substring(MESSAGE_ID.length()).strip().replaceAll("[<>]", ""))
                .findFirst()
                .orElse("");
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return null;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
