package fi.kumppani.newsletter.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that behaves as badly as it is told, one letter after the other. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Where in the conversation something happens. */
    public enum Stage {
        GREETING,
        MAIL,
        RCPT,
        DATA,
        MID_DATA,
        DOT
    }

    /** What happens to one letter, or to one connection when it is about the greeting. */
    public sealed interface Act {

        /** It is taken. */
        record Take() implements Act {}

        /** The server answers with this instead; after 421 it closes. */
        record Answer(Stage stage, String line) implements Act {}

        /** The server says nothing more and keeps the connection. */
        record Hang(Stage stage) implements Act {}

        /** The server closes the connection. */
        record Close(Stage stage) implements Act {}

        /** The server takes the letter and closes before it says so. */
        record TakeAndDie() implements Act {}

        /** The server takes the letter and resets the connection before it says so. */
        record TakeAndReset() implements Act {}
    }

    /**
     * A letter as it came.
     *
     * @param recipients the envelope's
     * @param lines header and body as they were sent
     */
    public record Taken(List<String> recipients, List<String> lines) {

        /** Copies the lists. */
        public Taken {
            recipients = List.copyOf(recipients);
            lines = List.copyOf(lines);
        }

        /** The header's value, unfolded; empty when there is none. */
        public String header(String name) {
            StringBuilder found = new StringBuilder();
            boolean inside = false;
            for (String line : lines) {
                if (line.isEmpty()) {
                    break;
                }
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    inside = true;
                    found.append(line.substring(name.length() + 1).strip());
                } else if (inside && (line.startsWith(" ") || line.startsWith("\t"))) {
                    found.append(' ').append(line.strip());
                } else {
                    inside = false;
                }
            }
            return found.toString();
        }

        /** The names of the headers in their order. */
        public List<String> headerNames() {
            List<String> names = new ArrayList<>();
            for (String line : lines) {
                if (line.isEmpty()) {
                    return names;
                }
                if (!line.startsWith(" ") && !line.startsWith("\t")) {
                    names.add(line.substring(0, line.indexOf(':')));
                }
            }
            return names;
        }
    }

    private final ServerSocket server;
    private final Queue<Act> script = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Act>> scriptsByRecipient = new ConcurrentHashMap<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Act always = new Act.Take();

    /** Begins to listen on a free port of the loopback address. */
    public ScriptedSmtp() {
        this(0);
    }

    /** Begins to listen on this port. */
    public ScriptedSmtp(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = Thread.ofVirtual().start(this::listen);
    }

    /** The port. */
    public int port() {
        return server.getLocalPort();
    }

    /** What happens to the next letters, one each; after that they are taken. */
    public void next(Act... acts) {
        script.addAll(List.of(acts));
    }

    /** What happens to the next letters to this recipient, one each, whatever else was said. */
    public void nextTo(String recipient, Act... acts) {
        scriptsByRecipient
                .computeIfAbsent(recipient, _ -> new ConcurrentLinkedQueue<>())
                .addAll(List.of(acts));
    }

    /** What happens to every letter that nothing else is said about. */
    public void always(Act act) {
        always = act;
    }

    /** Every letter that was taken, also those whose sender was not told so. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** Every letter to this recipient that was taken. */
    public List<Taken> takenFor(String recipient) {
        return taken.stream().filter(each -> each.recipients().contains(recipient)).toList();
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    /** Closes all connections, but goes on listening. */
    public void hangUp() {
        open.forEach(ScriptedSmtp::close);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                connections.incrementAndGet();
                var _ = Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            new Conversation(socket).run();
        } catch (IOException | StopException _) {
            close(socket);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is as good as closed.
        }
    }

    private final class Conversation {

        private final Socket socket;
        private final BufferedReader in;
        private List<String> recipients = new ArrayList<>();
        private Act act = new Act.Take();

        Conversation(Socket socket) throws IOException {
            this.socket = socket;
            this.in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void run() throws IOException, InterruptedException {
            Act first = script.peek();
            if (isAbout(first, Stage.GREETING)) {
                act = script.remove();
                reach(Stage.GREETING, "220 scripted");
            } else {
                act = always;
                reach(Stage.GREETING, "220 scripted");
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(java.util.Locale.ROOT);
                if (verb.startsWith("EHLO")) {
                    say("250 scripted");
                } else if (verb.startsWith("MAIL")) {
                    Act next = script.poll();
                    act = next == null ? always : next;
                    recipients = new ArrayList<>();
                    reach(Stage.MAIL, "250 ok");
                } else if (verb.startsWith("RCPT")) {
                    String recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    recipients.add(recipient);
                    Queue<Act> own = scriptsByRecipient.get(recipient);
                    Act next = own == null ? null : own.poll();
                    act = next == null ? act : next;
                    reach(Stage.RCPT, "250 ok");
                } else if (verb.startsWith("DATA")) {
                    data();
                } else if (verb.startsWith("QUIT")) {
                    say("221 bye");
                    return;
                } else {
                    say("250 ok");
                }
            }
        }

        private void data() throws IOException, InterruptedException {
            if (isAbout(act, Stage.DATA)) {
                reach(Stage.DATA, "354 go on");
                return;
            }
            say("354 go on");
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    throw new StopException();
                }
                lines.add(line.startsWith(".") ? line.substring(1) : line);
                if (isAbout(act, Stage.MID_DATA)) {
                    reach(Stage.MID_DATA, "");
                }
            }
            if (act instanceof Act.Take
                    || act instanceof Act.TakeAndDie
                    || act instanceof Act.TakeAndReset) {
                taken.add(new Taken(recipients, lines));
            }
            if (act instanceof Act.TakeAndReset) {
                socket.setSoLinger(true, 0);
                throw new StopException();
            }
            if (act instanceof Act.TakeAndDie) {
                throw new StopException();
            }
            reach(Stage.DOT, "250 taken");
        }

        private void reach(Stage stage, String otherwise) throws IOException, InterruptedException {
            if (!isAbout(act, stage)) {
                say(otherwise);
                return;
            }
            switch (act) {
                case Act.Answer(_, var line) -> {
                    say(line);
                    if (line.startsWith("421")) {
                        throw new StopException();
                    }
                }
                case Act.Hang _ -> closed.await();
                case Act.Close _ -> throw new StopException();
                case Act.Take _, Act.TakeAndDie _, Act.TakeAndReset _ -> say(otherwise);
            }
        }

        private void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        private static boolean isAbout(@org.jspecify.annotations.Nullable Act act, Stage stage) {
            return switch (act) {
                case Act.Answer(var at, _) -> at == stage;
                case Act.Hang(var at) -> at == stage;
                case Act.Close(var at) -> at == stage;
                case Act.Take _, Act.TakeAndDie _, Act.TakeAndReset _ -> false;
                case null -> false;
            };
        }
    }

    /** Ends a conversation. */
    private static final class StopException extends RuntimeException {}
}
