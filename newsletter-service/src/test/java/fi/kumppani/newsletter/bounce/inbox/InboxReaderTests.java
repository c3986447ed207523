package fi.kumppani.newsletter.bounce.inbox;

import static fi.kumppani.newsletter.stand.Instance.SEINAJOKI;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.bounce.BounceUseCases;
import fi.kumppani.newsletter.bounce.SignedReturnPaths;
import fi.kumppani.newsletter.bounce.report.ReadReport;
import fi.kumppani.newsletter.bounce.report.Returned;
import fi.kumppani.newsletter.dispatch.smtp.Postboxes;
import fi.kumppani.newsletter.smtp.ScriptedSmtp;
import fi.kumppani.newsletter.stand.Instance;
import fi.kumppani.newsletter.stand.KnownRecipients;
import fi.kumppani.newsletter.stand.SettableClock;
import fi.kumppani.newsletter.subscription.Addressee;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionUseCases;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The mailbox of returns on a real IMAP server. */
class InboxReaderTests {

    private static final String LIST = "list";
    private static final EmailAddress READER = new EmailAddress("reader@example.net");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final FaultyStore store = new FaultyStore();
    private final FaultyStore.Way way = store.way();
    private final ScriptedSmtp server = new ScriptedSmtp();
    private final Instance instance =
            new Instance(way, Postboxes.open(server.port(), 1), new KnownRecipients(), clock);
    private final SignedReturnPaths paths = BounceUseCases.paths("returns.example.org");
    private final GreenMail imap =
            new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private GreenMailUser mailbox;
    private InboxReader reader;

    @BeforeEach
    void subscribe() {
        imap.start();
        mailbox = imap.setUser("returns@returns.example.org", "returns", "secret");
        reader =
                new InboxReader(
                        new InboxSettings(
                                "returns.example.org",
                                "localhost",
                                imap.getImap().getPort(),
                                false,
                                "returns",
                                "secret",
                                "INBOX",
                                Duration.ofMinutes(1)),
                        new ReadReport(paths),
                        instance.takeBounce,
                        instance.leaveList,
                        meters);
        Tenancy.runIn(
                SEINAJOKI,
                () -> {
                    var _ =
                            instance.lists.add(
                                    new NewsletterList(
                                            LIST, LocalizedText.finnish("Kirje"), clock.instant()),
                                    new Creation("list", ""));
                    var _ =
                            instance.askForList.ask(
                                    LIST,
                                    new Addressee(READER, Language.FI, null),
                                    new Subscription.Shown("2026-12", Language.FI, "api"));
                    var _ =
                            instance.subscriptions.move(
                                    wanted().identity().id(),
                                    known -> ((Subscription.Asked) known).confirm(clock.instant()));
                });
    }

    @AfterEach
    void close() {
        imap.stop();
        store.close();
        server.close();
    }

    @Test
    void endsWhatNobodyReceivesAndErasesTheReport() throws MessagingException {
        deliver(Returned.notification(path(), "failed", "5.1.1"));

        assertThat(reader.work()).isEqualTo(Duration.ofMinutes(1));

        assertThat(state()).isInstanceOf(Subscription.Ended.class);
        assertThat(imap.getReceivedMessages()).isEmpty();
        assertThat(meters.counter("kumppani.returns", "kind", "HARD").count()).isEqualTo(1);
        assertThat(standings())
                .contains("newsletter.mail.bounced.v1")
                .doesNotContain("example.net");
    }

    @Test
    void readsAReportAgainThatTheStoreDidNotKeep() throws MessagingException {
        deliver(Returned.notification(path(), "failed", "5.1.1"));
        way.befall((_, _) -> FaultyStore.Fate.IS_LOST);
        assertThat(reader.work()).isPositive();
        assertThat(imap.getReceivedMessages()).hasSize(1);
        way.heal();

        assertThat(reader.work()).isPositive();
        deliver(Returned.notification(path(), "failed", "5.1.1"));
        assertThat(reader.work()).isPositive();

        assertThat(state()).isInstanceOf(Subscription.Ended.class);
        assertThat(imap.getReceivedMessages()).isEmpty();
        assertThat(standings().split("newsletter.mail.bounced.v1", -1)).as("told once").hasSize(2);
    }

    @Test
    void leavesByMail() throws MessagingException {
        URI leave =
                Tenancy.callIn(
                        SEINAJOKI,
                        () -> SubscriptionUseCases.links(clock).leave(state().identity()));
        deliver(
                Returned.leaving(
                        "<leave-743@returns.example.org>",
                        leave.toString().replaceAll(".*token=", "")));

        assertThat(reader.work()).isPositive();

        assertThat(state()).isInstanceOf(Subscription.Ended.class);
        assertThat(state().past().getLast().channel()).isEqualTo("mailto");
    }

    @Test
    void leavesToPeopleWhatItCannotRead() throws MessagingException {
        deliver(
                Returned.parse(
                        """
                        Subject: Moi

                        Miten voin tilata kirjeen?
                        """));

        assertThat(reader.work()).isPositive();
        assertThat(reader.work()).isPositive();

        assertThat(imap.getReceivedMessages()).hasSize(1);
        assertThat(meters.counter("kumppani.returns", "kind", "UNREADABLE").count()).isEqualTo(1);
        assertThat(state()).isInstanceOf(Subscription.Confirmed.class);
    }

    @Test
    void comesBackWhenTheServerIsAway() {
        imap.stop();

        assertThat(reader.work()).isPositive();

        assertThat(state()).isInstanceOf(Subscription.Confirmed.class);
    }

    private String standings() {
        StringBuilder all = new StringBuilder();
        way.database()
                .getMongoDatabase()
                .getCollection("mailbox.standings")
                .find()
                .forEach(document -> all.append(document.toJson()));
        return all.toString();
    }

    private void deliver(MimeMessage mail) {
        mailbox.deliver(mail);
    }

    private String path() {
        return Tenancy.callIn(SEINAJOKI, () -> paths.of(READER).orElseThrow().value());
    }

    private Subscription state() {
        return Tenancy.callIn(SEINAJOKI, this::wanted);
    }

    private Subscription wanted() {
        return instance.subscriptions
                .findAll(List.of(SubscriptionUseCases.id(LIST, READER)))
                .getFirst();
    }
}
