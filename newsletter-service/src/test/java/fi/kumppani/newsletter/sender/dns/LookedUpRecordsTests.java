package fi.kumppani.newsletter.sender.dns;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.newsletter.sender.DomainRecords.Answer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

class LookedUpRecordsTests {

    private final DatagramSocket socket;
    private final LookedUpRecords records;

    LookedUpRecordsTests() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        records =
                new LookedUpRecords(
                        new DomainSettings(
                                null,
                                "127.0.0.1:" + socket.getLocalPort(),
                                Duration.ofMillis(500),
                                Duration.ofHours(6)));
        var _ = Thread.ofVirtual().name("name-server").start(this::serve);
    }

    @AfterEach
    void close() {
        socket.close();
    }

    @Test
    void joinsThePartsOfALongRecord() {
        assertThat(records.texts("k1._domainkey.example.org"))
                .isEqualTo(new Answer.Known(List.of("v=DKIM1; p=" + "a".repeat(300))));
    }

    @Test
    void knowsThatNothingIsThere() {
        assertThat(records.texts("nowhere.example.org")).isEqualTo(new Answer.Known(List.of()));
        assertThat(records.texts("not a name..org")).isEqualTo(new Answer.Known(List.of()));
    }

    @Test
    void knowsThatItDoesNotKnow() {
        assertThat(records.texts("faulty.example.org")).isEqualTo(new Answer.Away());
        long start = System.nanoTime();
        assertThat(records.texts("silent.example.org")).isEqualTo(new Answer.Away());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private void serve() {
        byte[] buffer = new byte[1500];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Message question = new Message(Arrays.copyOf(buffer, packet.getLength()));
                Name name = question.getQuestion().getName();
                if (name.toString().startsWith("silent")) {
                    continue;
                }
                byte[] answer = answer(question, name).toWire();
                socket.send(
                        new DatagramPacket(
                                answer, answer.length, packet.getAddress(), packet.getPort()));
            } catch (IOException _) {
                // Closed, or nothing that can be read: as good as silent.
            }
        }
    }

    private static Message answer(Message question, Name name) {
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        String first = name.getLabelString(0);
        switch (first) {
            case "k1" ->
                    answer.addRecord(
                            new TXTRecord(
                                    name,
                                    DClass.IN,
                                    60,
                                    List.of("v=DKIM1; p=" + "a".repeat(200), "a".repeat(100))),
                            Section.ANSWER);
            case "faulty" -> answer.getHeader().setRcode(Rcode.SERVFAIL);
            default -> answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return answer;
    }
}
