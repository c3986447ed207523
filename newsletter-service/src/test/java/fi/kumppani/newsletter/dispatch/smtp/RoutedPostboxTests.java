package fi.kumppani.newsletter.dispatch.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.dispatch.Delivery;
import fi.kumppani.newsletter.dispatch.MailServer;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.dispatch.Postbox.Opening;
import fi.kumppani.newsletter.letter.Letters;
import fi.kumppani.newsletter.smtp.ScriptedSmtp;
import fi.kumppani.newsletter.stand.SettableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class RoutedPostboxTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    private static final MunicipalityCode JYVASKYLA = new MunicipalityCode("179");

    private final ScriptedSmtp common = new ScriptedSmtp();
    private final ScriptedSmtp own = new ScriptedSmtp();
    private final ScriptedSmtp letters = new ScriptedSmtp();
    private final Map<MunicipalityCode, MailServer> servers = new ConcurrentHashMap<>();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final RoutedPostbox postbox =
            new RoutedPostbox(
                    postbox(common.port()),
                    postbox(letters.port()),
                    () -> Optional.ofNullable(servers.get(Tenancy.current())),
                    (_, server) -> postbox(server.port()),
                    clock);

    @AfterEach
    void close() {
        postbox.destroy();
        common.close();
        own.close();
        letters.close();
    }

    @Test
    void handsLettersToTheMunicipalitysOwnServerOnly() {
        servers.put(SEINAJOKI, server());

        assertThat(send(SEINAJOKI)).isEqualTo(new Delivery.Accepted());
        assertThat(send(JYVASKYLA)).isEqualTo(new Delivery.Accepted());

        assertThat(own.taken()).hasSize(1);
        assertThat(common.taken()).hasSize(1);
    }

    @Test
    void handsWhatNobodyWaitsForToTheServerForNewsletters() {
        servers.put(SEINAJOKI, server());

        assertThat(send(JYVASKYLA, postbox.sparing())).isEqualTo(new Delivery.Accepted());
        assertThat(send(JYVASKYLA)).isEqualTo(new Delivery.Accepted());
        assertThat(send(SEINAJOKI, postbox.sparing())).isEqualTo(new Delivery.Accepted());

        assertThat(letters.taken()).hasSize(1);
        assertThat(common.taken()).hasSize(1);
        assertThat(own.taken()).hasSize(1);
    }

    @Test
    void letsAServerThatIsDownHoldUpNobodyElse() {
        servers.put(SEINAJOKI, server());
        own.close();

        for (int i = 0; i < 10; i++) {
            Opening closed = Tenancy.callIn(SEINAJOKI, postbox::open);
            assertThat(closed).isInstanceOf(Opening.Closed.class);
        }

        assertThat(send(JYVASKYLA)).isEqualTo(new Delivery.Accepted());
    }

    @Test
    void heedsAChangeAfterAWhile() {
        assertThat(send(SEINAJOKI)).isEqualTo(new Delivery.Accepted());
        servers.put(SEINAJOKI, server());
        clock.pass(Duration.ofSeconds(11));
        assertThat(send(SEINAJOKI)).isEqualTo(new Delivery.Accepted());
        servers.clear();
        clock.pass(Duration.ofSeconds(11));
        assertThat(send(SEINAJOKI)).isEqualTo(new Delivery.Accepted());

        assertThat(own.taken()).hasSize(1);
        assertThat(common.taken()).hasSize(2);
    }

    private MailServer server() {
        return new MailServer("smtp.example.org", own.port(), "seinajoki", "secret");
    }

    private Delivery send(MunicipalityCode municipality) {
        return send(municipality, postbox);
    }

    private static Delivery send(MunicipalityCode municipality, Postbox way) {
        return Tenancy.callIn(
                municipality,
                () -> {
                    if (way.open() instanceof Opening.Open(var slot)) {
                        try (slot) {
                            return slot.send(Letters.letter("a"));
                        }
                    }
                    throw new AssertionError("The postbox is closed");
                });
    }

    private static SmtpPostbox postbox(int port) {
        return SmtpPostboxTests.postbox(port, 2, Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
}
