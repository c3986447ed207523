package fi.kumppani.newsletter.dispatch.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.dispatch.Delivery;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.dispatch.Postbox.Opening;
import fi.kumppani.newsletter.letter.CalendarEntry;
import fi.kumppani.newsletter.letter.DomainSignature;
import fi.kumppani.newsletter.letter.Letter;
import fi.kumppani.newsletter.letter.Letters;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.smtp.ScriptedSmtp;
import fi.kumppani.newsletter.smtp.ScriptedSmtp.Act;
import fi.kumppani.newsletter.smtp.ScriptedSmtp.Stage;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

class SmtpPostboxTests {

    private final ScriptedSmtp server = new ScriptedSmtp();
    private final SmtpPostbox postbox = postbox(server.port(), 2);

    @AfterEach
    void close() {
        postbox.destroy();
        server.close();
    }

    @Test
    void handsALetterOverToItsOneRecipient() {
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Accepted());
        var taken = server.taken().getFirst();
        assertThat(taken.recipients()).containsExactly("reader@example.org");
        assertThat(taken.header("Message-ID")).isEqualTo("<a@seinajoki.example.org>");
        assertThat(taken.header("From"))
                .isEqualTo("=?UTF-8?Q?Sein=C3=A4joki?= <noreply@seinajoki.example.org>");
        assertThat(taken.header("Content-Language")).isEqualTo("fi");
        assertThat(taken.headerNames()).doesNotContain("List-Unsubscribe");
    }

    @Test
    void keepsItsConnectionForTheNextLetter() {
        for (int i = 0; i < 5; i++) {
            assertThat(send(Letters.letter("a" + i))).isEqualTo(new Delivery.Accepted());
        }
        assertThat(server.taken()).hasSize(5);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void sendsAtOnceOverAConnectionThatIsKept() {
        assertThat(send(Letters.letter("first"))).isEqualTo(new Delivery.Accepted());
        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            assertThat(send(Letters.letter("a" + i))).isEqualTo(new Delivery.Accepted());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("with Nagle's algorithm each letter takes 40 ms")
                .isLessThan(Duration.ofMillis(50 * 35));
    }

    @Test
    void noticesThatTheServerHasClosedAKeptConnection() {
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Accepted());
        server.hangUp();
        assertThat(send(Letters.letter("b"))).isEqualTo(new Delivery.Accepted());
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void giveUpOnWhatTheServerRefusesForGood() {
        server.next(
                new Act.Answer(Stage.RCPT, "550 5.1.1 no such mailbox"),
                new Act.Answer(Stage.DOT, "554 5.7.1 not wanted"));
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Refused("550", "5.1.1"));
        assertThat(send(Letters.letter("b"))).isEqualTo(new Delivery.Refused("554", "5.7.1"));
        assertThat(send(Letters.letter("c"))).isEqualTo(new Delivery.Accepted());
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void doesNotBlameTheRecipientWhenTheServerRefusesTheSender() {
        server.always(new Act.Answer(Stage.MAIL, "550 5.7.1 who are you"));
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Deferred("550"));
    }

    @Test
    void triesAgainAtOnceWhenTheServerAsksFor() {
        server.next(
                new Act.Answer(Stage.RCPT, "450 4.2.1 busy"),
                new Act.Take(),
                new Act.Answer(Stage.MAIL, "421 4.3.2 closing"),
                new Act.Take());
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Accepted());
        assertThat(send(Letters.letter("b"))).isEqualTo(new Delivery.Accepted());
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void putsOffWhatTheServerKeepsPuttingOff() {
        server.always(new Act.Answer(Stage.DOT, "452 4.3.1 no room"));
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Deferred("452"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA", "MID_DATA"})
    void knowsThatALetterHasNotLeftWhenTheServerClosesBeforeItsEnd(Stage stage) {
        server.next(new Act.Close(stage), new Act.Close(stage), new Act.Take());
        assertThat(send(large("a"))).isEqualTo(new Delivery.Deferred("connection"));
        assertThat(server.taken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA"})
    void doesNotWaitForAServerThatHangs(Stage stage) {
        server.always(new Act.Hang(stage));
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Deferred("connection"));
    }

    @Test
    void doesNotKnowWhatBecameOfALetterWhoseAnswerDidNotCome() {
        server.next(new Act.TakeAndDie(), new Act.TakeAndReset(), new Act.Hang(Stage.DOT));
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Lost());
        assertThat(send(Letters.letter("b"))).isEqualTo(new Delivery.Lost());
        assertThat(send(Letters.letter("c"))).isEqualTo(new Delivery.Lost());
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void opensToNobodyWhileTheServerIsAway() {
        server.close();
        for (int i = 0; i < 10; i++) {
            assertThat(postbox.open()).isInstanceOf(Opening.Closed.class);
        }
        try (ScriptedSmtp back = new ScriptedSmtp(server.port())) {
            assertThat(postbox.open())
                    .as("the circuit breaker leaves a server in peace that is down")
                    .isInstanceOf(Opening.Closed.class);
            assertThat(back.connections()).isZero();
        }
    }

    @Test
    void isClosedWhileTheServerSendsEverybodyAway() {
        server.next(
                new Act.Answer(Stage.GREETING, "421 4.3.2 too many"),
                new Act.Answer(Stage.GREETING, "554 5.7.1 go away"));
        assertThat(postbox.open()).isInstanceOf(Opening.Closed.class);
        assertThat(postbox.open()).isInstanceOf(Opening.Closed.class);
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Accepted());
    }

    @Test
    void isClosedToAServerThatDoesNotGreet() {
        server.next(new Act.Hang(Stage.GREETING));
        assertThat(postbox.open()).isInstanceOf(Opening.Closed.class);
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Accepted());
    }

    @Test
    void triesAServerThatWasDownAgainAfterAWhile() {
        SmtpPostbox patient =
                postbox(server.port(), 2, Duration.ofMillis(300), Duration.ofMillis(200));
        server.close();
        for (int i = 0; i < 10; i++) {
            assertThat(patient.open()).isInstanceOf(Opening.Closed.class);
        }
        try (ScriptedSmtp back = new ScriptedSmtp(server.port())) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(patient.open()).isInstanceOf(Opening.Open.class));
            assertThat(back.connections()).isEqualTo(1);
        } finally {
            patient.destroy();
        }
    }

    @Test
    void givesBackWhatWasNotUsed() {
        for (int i = 0; i < 20; i++) {
            if (postbox.open() instanceof Opening.Open(var slot)) {
                slot.close();
            }
        }
        assertThat(send(Letters.letter("a"))).isEqualTo(new Delivery.Accepted());
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void letsNothingOfTheContentBecomeAHeaderOrACommand() {
        String smuggled =
                "Hei\r\n"
                        + ".\r\n"
                        + "MAIL FROM:<evil@example.org>\r\n"
                        + "RCPT TO:<victim@example.org>\r\n"
                        + "DATA\r\n"
                        + "\n"
                        + ".\n"
                        + "x".repeat(3000)
                        + "\r.\rä";
        Letter letter =
                Letters.letter(
                        "a",
                        "Hei\r\nBcc: victim@example.org\u2028X-Evil: 1\n\n" + "å".repeat(300),
                        smuggled);
        assertThat(send(letter)).isEqualTo(new Delivery.Accepted());
        assertThat(server.taken()).hasSize(1);
        var taken = server.taken().getFirst();
        assertThat(taken.recipients()).containsExactly("reader@example.org");
        assertThat(taken.headerNames())
                .containsExactlyInAnyOrder(
                        "From",
                        "Reply-To",
                        "To",
                        "Message-ID",
                        "Subject",
                        "Date",
                        "Content-Language",
                        "Auto-Submitted",
                        "MIME-Version",
                        "Content-Type");
        assertThat(taken.lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998))
                .allSatisfy(line -> assertThat(line).matches("\\p{ASCII}*"));
    }

    @Test
    void saysHowToLeaveAList() {
        Letter plain = Letters.letter("a");
        Letter letter =
                new Letter(
                        plain.messageId(),
                        plain.from(),
                        new EmailAddress("reader@example.org"),
                        plain.language(),
                        plain.subject(),
                        plain.text().text(),
                        plain.html().text(),
                        new Letter.ListHeaders(
                                "list.seinajoki.example.org",
                                URI.create("https://kumppani.example.org/leave?token=t"),
                                URI.create("https://kumppani.example.org/m/743/letters"),
                                URI.create("mailto:leave-743@returns.example.org?subject=t")));
        assertThat(send(letter)).isEqualTo(new Delivery.Accepted());
        var taken = server.taken().getFirst();
        assertThat(taken.header("List-Unsubscribe"))
                .isEqualTo(
                        "<https://kumppani.example.org/leave?token=t>,"
                                + " <mailto:leave-743@returns.example.org?subject=t>");
        assertThat(taken.header("List-Archive"))
                .isEqualTo("<https://kumppani.example.org/m/743/letters>");
        assertThat(taken.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(taken.header("List-Id")).isEqualTo("<list.seinajoki.example.org>");
    }

    @Test
    void tellsTheCalendarBesideTheTextAndAsAFile() throws Exception {
        String object =
                String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "METHOD:REQUEST",
                        "SUMMARY:Järjestöilta",
                        ".",
                        "END:VCALENDAR",
                        "");
        Letter plain = Letters.letter("a");
        Letter letter =
                new Letter(
                        plain.messageId(),
                        plain.from(),
                        plain.to(),
                        plain.language(),
                        plain.subject(),
                        plain.text(),
                        plain.html(),
                        null,
                        new CalendarEntry(CalendarEntry.Method.REQUEST, object),
                        null);

        assertThat(send(letter)).isEqualTo(new Delivery.Accepted());

        MimeMultipart all = (MimeMultipart) read(server.taken().getFirst()).getContent();
        assertThat(all.getContentType()).startsWith("multipart/mixed");
        assertThat(all.getCount()).isEqualTo(2);
        MimeMultipart words = (MimeMultipart) all.getBodyPart(0).getContent();
        assertThat(words.getContentType()).startsWith("multipart/alternative");
        assertThat(words.getCount()).isEqualTo(3);
        assertThat(words.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(words.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(words.getBodyPart(2).getContentType())
                .isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
        assertThat(words.getBodyPart(2).getDisposition()).isNull();
        assertThat(utf8(words.getBodyPart(2))).isEqualTo(object);
        BodyPart file = all.getBodyPart(1);
        assertThat(file.getContentType()).startsWith("application/ics");
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getFileName()).isEqualTo("invite.ics");
        assertThat(utf8(file)).isEqualTo(object);
    }

    @Test
    void sparesAPartOfADomainsRateForWhatSomebodyWaitsFor() {
        SmtpPostbox slow =
                postbox(
                        server.port(),
                        8,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Map.of("slow.example.org", 5));
        Postbox sparing = slow.sparing();
        AtomicBoolean enough = new AtomicBoolean();
        List<Delivery> awaited = new ArrayList<>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                Letter letter = letterTo("reader" + i + "@slow.example.org");
                var _ =
                        senders.submit(
                                () -> {
                                    while (!enough.get()) {
                                        var _ = send(sparing, letter);
                                    }
                                });
            }
            try {
                for (int i = 0; i < 10 || server.taken().size() < 20; i++) {
                    awaited.add(send(slow, letterTo("waiting@slow.example.org")));
                }
            } finally {
                enough.set(true);
            }
        } finally {
            slow.destroy();
        }
        assertThat(awaited).containsOnly(new Delivery.Accepted());
    }

    @Test
    void holdsALetterWhoseDomainHasHadItsShareAndNobodyElses() {
        SmtpPostbox slow =
                postbox(
                        server.port(),
                        2,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Map.of("slow.example.org", 1));
        try {
            List<Delivery> same = new ArrayList<>();
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Delivery>> tries = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    Letter letter = letterTo("reader" + i + "@slow.example.org");
                    tries.add(senders.submit(() -> send(slow, letter)));
                }
                for (Future<Delivery> each : tries) {
                    same.add(each.get(30, TimeUnit.SECONDS));
                }
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new AssertionError(e);
            }
            assertThat(same)
                    .contains(new Delivery.Accepted(), new Delivery.Held(Duration.ofSeconds(1)));
            assertThat(server.taken())
                    .hasSize(
                            (int)
                                    same.stream()
                                            .filter(Delivery.Accepted.class::isInstance)
                                            .count());
            assertThat(send(slow, letterTo("reader@example.org")))
                    .isEqualTo(new Delivery.Accepted());
        } finally {
            slow.destroy();
        }
    }

    @Test
    void signsForTheDomainWithBothHeadersAboutLeaving() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Sender plain = Letters.sender();
        Sender signing =
                new Sender(
                        plain.address(),
                        plain.name(),
                        plain.replyTo(),
                        plain.brand(),
                        new DomainSignature("seinajoki.example.org", "k1", pair.getPrivate()));
        Letter letter =
                new Letter(
                        "a@seinajoki.example.org",
                        signing,
                        new EmailAddress("reader@example.org"),
                        Language.FI,
                        "Järjestöilta",
                        "Rivi yksi  \n\n.\nå" + "ä".repeat(200),
                        "<p>Rivi</p>",
                        new Letter.ListHeaders(
                                "list.seinajoki.example.org",
                                URI.create("https://kumppani.example.org/leave?token=t"),
                                URI.create("https://kumppani.example.org/m/743/letters"),
                                null));

        assertThat(send(letter)).isEqualTo(new Delivery.Accepted());

        List<String> lines = server.taken().getFirst().lines();
        DKIMVerifier verifier = verifier(pair);
        List<SignatureRecord> signatures = verifier.verify(stream(lines));
        assertThat(signatures).hasSize(1);
        assertThat(signatures.getFirst().getDToken()).hasToString("seinajoki.example.org");
        assertThat(signatures.getFirst().getHeaders())
                .map(header -> header.toString().toLowerCase(Locale.ROOT))
                .contains("from", "to", "subject", "list-unsubscribe", "list-unsubscribe-post");
        List<String> changed =
                lines.stream()
                        .map(line -> line.replace("/leave?token=t", "/leave?token=x"))
                        .toList();
        assertThatThrownBy(() -> verifier(pair).verify(stream(changed)))
                .isInstanceOf(FailException.class);
    }

    private static DKIMVerifier verifier(KeyPair pair) {
        String record =
                "v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        return new DKIMVerifier((_, _, _) -> List.of(record));
    }

    private static ByteArrayInputStream stream(List<String> lines) {
        return new ByteArrayInputStream(
                (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Letter letterTo(String address) {
        return Letters.letter("a", Letters.sender(), new EmailAddress(address), "Hei", "Hei");
    }

    private static MimeMessage read(ScriptedSmtp.Taken taken) throws MessagingException {
        byte[] bytes = String.join("\r\n", taken.lines()).getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static String utf8(BodyPart part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Letter large(String id) {
        return Letters.letter(id, "Iso", "rivi\n".repeat(50_000));
    }

    private Delivery send(Letter letter) {
        return send(postbox, letter);
    }

    private static Delivery send(Postbox postbox, Letter letter) {
        return switch (postbox.open()) {
            case Opening.Open(var slot) -> {
                try (slot) {
                    yield slot.send(letter);
                }
            }
            case Opening.Closed _ -> throw new AssertionError("The postbox is closed");
        };
    }

    /** A postbox in a hurry. */
    private static SmtpPostbox postbox(int port, int connections) {
        return postbox(port, connections, Duration.ofMillis(300), Duration.ofSeconds(30));
    }

    /**
     * A postbox.
     *
     * @param timeout for each answer
     * @param openFor how long the circuit breaker stays open
     */
    static SmtpPostbox postbox(int port, int connections, Duration timeout, Duration openFor) {
        return postbox(port, connections, timeout, openFor, Map.of());
    }

    private static SmtpPostbox postbox(
            int port,
            int connections,
            Duration timeout,
            Duration openFor,
            Map<String, Integer> domains) {
        RateLimiterRegistry rateLimiters = RateLimiterRegistry.ofDefaults();
        SmtpSettings settings =
                new SmtpSettings(
                        "localhost",
                        port,
                        "localhost",
                        null,
                        null,
                        false,
                        Duration.ofSeconds(1),
                        timeout,
                        timeout,
                        timeout.multipliedBy(6),
                        Duration.ofSeconds(20),
                        connections,
                        1000,
                        1000,
                        domains,
                        2,
                        Duration.ofMillis(20),
                        openFor,
                        null);
        return new SmtpPostbox(
                "smtp",
                settings,
                new DomainRates(settings, rateLimiters),
                Clock.systemUTC(),
                new SmtpPostbox.Guards(
                        BulkheadRegistry.ofDefaults(),
                        rateLimiters,
                        CircuitBreakerRegistry.ofDefaults(),
                        RetryRegistry.ofDefaults(),
                        new SimpleMeterRegistry()));
    }
}
