package fi.kumppani.system.benchmark;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.SocketFactory;

/** Letters as a bare loop over Jakarta Mail sends them: no ledger, nobody asked, nothing kept. */
final class BareLetters {

    private final int port;
    private final int connections;
    private final String text;

    /**
     * @param text what each letter says
     */
    BareLetters(int port, int connections, String text) {
        this.port = port;
        this.connections = connections;
        this.text = text;
    }

    /** Sends so many and gives how many a second that was. */
    double send(int letters) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(senders.submit(() -> connection(next, letters)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The bare loop failed", e);
        }
        return letters / ((System.nanoTime() - begin) / 1e9);
    }

    private int connection(AtomicInteger next, int letters) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", new Prompt());
        Session session = Session.getInstance(properties);
        int sent = 0;
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("localhost", port, null, null);
            for (int i = next.getAndIncrement(); i < letters; i = next.getAndIncrement()) {
                MimeMessage letter = letter(session, "bare" + i + "@example.org");
                transport.sendMessage(letter, letter.getAllRecipients());
                sent++;
            }
        }
        return sent;
    }

    private MimeMessage letter(Session session, String to) throws MessagingException {
        MimeMessage letter = new MimeMessage(session);
        letter.setFrom(new InternetAddress("noreply@seinajoki.example.org"));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        letter.setSubject("Kumppanuuspöytä kutsuu", "UTF-8");
        letter.setContent(new MimeMultipart("alternative", part("plain", to), part("html", to)));
        letter.saveChanges();
        return letter;
    }

    private MimeBodyPart part(String subtype, String to) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text + "\n" + to, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** Without Nagle's algorithm, as otherwise a letter takes 40 ms. */
    private static final class Prompt extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort)
                throws IOException {
            return new Socket(host, port, local, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
                throws IOException {
            return new Socket(host, port, local, localPort);
        }
    }
}
