package fi.kumppani.newsletter.mail;

import static fi.kumppani.newsletter.stand.Instance.SEINAJOKI;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.testing.FaultyStore.Fate;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.dispatch.smtp.Postboxes;
import fi.kumppani.newsletter.smtp.ScriptedSmtp;
import fi.kumppani.newsletter.smtp.ScriptedSmtp.Act;
import fi.kumppani.newsletter.smtp.ScriptedSmtp.Stage;
import fi.kumppani.newsletter.stand.Instance;
import fi.kumppani.newsletter.stand.KnownRecipients;
import fi.kumppani.newsletter.stand.SettableClock;
import fi.kumppani.newsletter.stand.WatchedPostbox;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** The promise of a mail, kept against a bad server, a bad store, crashes and other instances. */
class SendMailsTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final FaultyStore store = new FaultyStore();
    private final ScriptedSmtp server = new ScriptedSmtp();
    private final KnownRecipients recipients = new KnownRecipients();
    private final FaultyStore.Way way = store.way();
    private final Instance instance = instance(way);

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Test
    void sendsEachMailOnceHoweverOftenItIsLookedAt() {
        in(
                () -> {
                    queue(instance, "m1");
                    queue(instance, "m1");
                    look(instance, "m1");
                    look(instance, "m1");
                });
        assertThat(server.taken()).hasSize(1);
        assertThat(server.taken().getFirst().header("Message-ID"))
                .isEqualTo("<m1@seinajoki.example.org>");
        assertThat(mail("m1")).isInstanceOf(Mail.Sent.class);
        assertThat(told("m1")).containsExactly("queued", "sent");
    }

    @Test
    void keepsNeitherAddressNorContent() {
        in(
                () -> {
                    queue(instance, "m1");
                    look(instance, "m1");
                });
        assertThat(document("m1").toJson())
                .doesNotContain("reader@", "@example.org", "Järjestöilta");
    }

    @Test
    void waitsForWhoeverKnowsTheRecipient() {
        recipients.away(true);
        in(
                () -> {
                    queue(instance, "m1");
                    look(instance, "m1");
                });
        assertThat(mail("m1")).isInstanceOf(Mail.Queued.class);
        recipients.away(false);
        in(() -> look(instance, "m1"));
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void dropsAMailWhoseRecipientIsGone() {
        recipients.gone("m1");
        in(
                () -> {
                    queue(instance, "m1");
                    look(instance, "m1");
                });
        assertThat(mail("m1")).isInstanceOf(Mail.Dropped.class);
        assertThat(told("m1")).containsExactly("queued");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void dropsAMailWhoseRecipientGoesBeforeItsFirstByte() {
        recipients.askTwice();
        Postbox watched =
                new WatchedPostbox(
                        Postboxes.open(server.port(), 1), _ -> recipients.gone("m1"), () -> {});
        Instance sending = instance(way, watched);
        in(
                () -> {
                    queue(sending, "m1");
                    queue(sending, "m2");
                    look(sending, "m1", "m2");
                });
        assertThat(mail("m1")).isInstanceOf(Mail.Dropped.class);
        assertThat(mail("m2")).isInstanceOf(Mail.Sent.class);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void failsWhenTheRecipientHasNoAddressToWriteTo() {
        recipients.unreachable("m1");
        in(
                () -> {
                    queue(instance, "m1");
                    look(instance, "m1");
                });
        assertThat(told("m1")).containsExactly("queued", "failed");
    }

    @Test
    void waitsWhileTheServerIsAwayAndWritesNothing() {
        server.close();
        in(
                () -> {
                    queue(instance, "m1");
                    look(instance, "m1");
                });
        assertThat(document("m1").getLong("version")).isEqualTo(1);
        try (ScriptedSmtp back = new ScriptedSmtp()) {
            Instance other = instance(store.way(), Postboxes.open(back.port(), 2));
            in(() -> look(other, "m1"));
            assertThat(back.taken()).hasSize(1);
        }
    }

    @Test
    void triesLaterWhatTheServerPutsOff() {
        server.always(new Act.Answer(Stage.RCPT, "450 4.2.1 try later"));
        in(
                () -> {
                    queue(instance, "m1");
                    look(instance, "m1");
                    look(instance, "m1");
                });
        assertThat(mail("m1"))
                .isInstanceOfSatisfying(
                        Mail.Queued.class,
                        mail -> {
                            assertThat(mail.past().deferrals()).isEqualTo(1);
                            assertThat(mail.notBefore())
                                    .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
                        });
        server.always(new Act.Take());
        clock.pass(Duration.ofMinutes(1));
        in(() -> look(instance, "m1"));
        assertThat(told("m1")).containsExactly("queued", "sent");
    }

    @Test
    void givesUpAfterSomeDaysAndSaysSo() {
        server.always(new Act.Answer(Stage.RCPT, "450 4.2.1 try later"));
        in(
                () -> {
                    queue(instance, "m1");
                    for (int hour = 0; hour < 100; hour++) {
                        look(instance, "m1");
                        clock.pass(Duration.ofHours(1));
                    }
                });
        assertThat(told("m1")).containsExactly("queued", "failed");
    }

    @Test
    void reportsWhatTheServerRefusesForGood() {
        server.next(new Act.Answer(Stage.RCPT, "550 5.1.1 nobody here"));
        in(
                () -> {
                    queue(instance, "m1");
                    look(instance, "m1");
                    look(instance, "m1");
                });
        assertThat(mail("m1"))
                .isInstanceOfSatisfying(
                        Mail.Failed.class, mail -> assertThat(mail.code()).isEqualTo("550"));
        assertThat(told("m1")).containsExactly("queued", "failed");
        assertThat(troubled()).containsExactly("m1");
    }

    @Test
    void reportsAndRepeatsALetterWhoseAnswerDidNotCome() {
        server.next(new Act.TakeAndDie());
        in(
                () -> {
                    queue(instance, "m1");
                    look(instance, "m1");
                });
        assertThat(mail("m1")).isInstanceOf(Mail.Uncertain.class);
        clock.pass(Duration.ofMinutes(1));
        in(() -> look(instance, "m1"));
        assertThat(server.taken())
                .extracting(taken -> taken.header("Message-ID"))
                .containsExactly("<m1@seinajoki.example.org>", "<m1@seinajoki.example.org>");
        assertThat(told("m1")).containsExactly("queued", "uncertain", "sent");
        assertThat(troubled()).containsExactly("m1");
    }

    @Test
    void recoversFromACrashBetweenClaimAndLetter() {
        AtomicBoolean died = new AtomicBoolean();
        Instance dying =
                instance(
                        store.way(),
                        () ->
                                new Postbox.Opening.Open(
                                        slot(
                                                () -> {
                                                    died.set(true);
                                                    throw new IllegalStateException("dead");
                                                })));
        in(
                () -> {
                    queue(dying, "m1");
                    try {
                        look(dying, "m1");
                    } catch (IllegalStateException e) {
                        assertThat(e).hasMessage("dead");
                    }
                });
        assertThat(died).isTrue();
        in(() -> look(instance, "m1"));
        assertThat(server.taken()).as("the claim still holds").isEmpty();
        clock.pass(Instance.LEASE.plusSeconds(1));
        in(() -> look(instance, "m1"));
        assertThat(server.taken()).hasSize(1);
        assertThat(told("m1")).containsExactly("queued", "uncertain", "sent");
    }

    @Test
    void recoversFromACrashBetweenLetterAndOutcome() {
        FaultyStore.Way dyingWay = store.way();
        Instance dying = instance(dyingWay);
        in(() -> queue(dying, "m1"));
        dyingWay.befall(FaultyStore.afterWrites(1));
        Thread process = Thread.ofVirtual().start(() -> in(() -> lookUntilStopped(dying, "m1")));
        await().until(() -> server.taken().size() == 1);
        process.interrupt();
        clock.pass(Instance.LEASE.plusSeconds(1));
        in(() -> look(instance, "m1"));
        assertThat(server.taken())
                .extracting(taken -> taken.header("Message-ID"))
                .containsExactly("<m1@seinajoki.example.org>", "<m1@seinajoki.example.org>");
        assertThat(told("m1")).containsExactly("queued", "uncertain", "sent");
        assertThat(troubled()).containsExactly("m1");
    }

    @Test
    void waitsForTheStoreWithAnOutcomeThatHasHappened() {
        AtomicBoolean away = new AtomicBoolean();
        way.befall(
                (command, _) ->
                        away.get() && command.equals("update") ? Fate.IS_LOST : Fate.PASSES);
        in(() -> queue(instance, "m1"));
        Instance sending =
                instance(
                        way,
                        () -> {
                            var open = Postboxes.open(server.port(), 1).open();
                            return open instanceof Postbox.Opening.Open(var slot)
                                    ? new Postbox.Opening.Open(after(slot, () -> away.set(true)))
                                    : open;
                        });
        Thread process = Thread.ofVirtual().start(() -> in(() -> look(sending, "m1")));
        await().until(() -> away.get() && server.taken().size() == 1);
        away.set(false);
        await().untilAsserted(() -> assertThat(told("m1")).containsExactly("queued", "sent"));
        assertThat(process.isInterrupted()).isFalse();
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void knowsItsOwnWriteWhenTheStoreDidNotAnswer() {
        for (int unanswered = 1; unanswered <= 2; unanswered++) {
            String id = "u" + unanswered;
            in(() -> queue(instance, id));
            int which = unanswered;
            int[] seen = {0};
            way.befall(
                    (command, collection) ->
                            command.equals("update")
                                            && collection.equals("mails")
                                            && ++seen[0] == which
                                    ? Fate.IS_NOT_ANSWERED
                                    : Fate.PASSES);
            in(() -> look(instance, id));
            way.heal();
            assertThat(told(id)).containsExactly("queued", "sent");
        }
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void sendsOnceWhenTwoInstancesLookAtTheSameMails() throws Exception {
        List<String> ids = IntStream.range(0, 60).mapToObj(i -> "m" + i).toList();
        in(() -> ids.forEach(id -> queue(instance, id)));
        race(ids, instance, instance(store.way()));
        assertThat(server.taken())
                .extracting(taken -> taken.header("Message-ID"))
                .doesNotHaveDuplicates()
                .hasSize(60);
    }

    @Test
    void wouldSendTwiceWithoutTheVersionInTheClaim() throws Exception {
        List<String> ids = IntStream.range(0, 60).mapToObj(i -> "m" + i).toList();
        in(() -> ids.forEach(id -> queue(instance, id)));
        FaultyStore.Way otherWay = store.way();
        way.tamper(SendMailsTests::withoutVersion);
        otherWay.tamper(SendMailsTests::withoutVersion);
        race(ids, instance, instance(otherWay));
        assertThat(server.taken())
                .as("the guard is what keeps a mail from being sent twice")
                .hasSizeGreaterThan(60);
    }

    private void race(List<String> ids, Instance... instances) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<java.util.concurrent.Future<?>> all = new ArrayList<>();
            for (Instance each : instances) {
                for (String id : ids) {
                    all.add(threads.submit(() -> in(() -> look(each, id))));
                }
            }
            for (var each : all) {
                var _ = each.get();
            }
        }
    }

    private static void withoutVersion(de.bwaldvogel.mongo.bson.Document command) {
        if (command.get("updates") instanceof List<?> updates) {
            for (Object update : updates) {
                if (update instanceof de.bwaldvogel.mongo.bson.Document one
                        && one.get("q") instanceof de.bwaldvogel.mongo.bson.Document filter) {
                    filter.remove("version");
                    if (filter.get("$and") instanceof List<?> all) {
                        all.forEach(
                                part -> {
                                    if (part instanceof de.bwaldvogel.mongo.bson.Document each) {
                                        each.remove("version");
                                    }
                                });
                    }
                }
            }
        }
    }

    private static Postbox.Slot slot(Runnable death) {
        return new Postbox.Slot() {
            @Override
            public fi.kumppani.newsletter.dispatch.Delivery send(
                    fi.kumppani.newsletter.letter.Letter letter,
                    java.util.function.BooleanSupplier wanted) {
                death.run();
                throw new IllegalStateException("unreachable");
            }

            @Override
            public void close() {}
        };
    }

    private static Postbox.Slot after(Postbox.Slot slot, Runnable then) {
        return new Postbox.Slot() {
            @Override
            public fi.kumppani.newsletter.dispatch.Delivery send(
                    fi.kumppani.newsletter.letter.Letter letter,
                    java.util.function.BooleanSupplier wanted) {
                var delivery = slot.send(letter, wanted);
                then.run();
                return delivery;
            }

            @Override
            public void close() {
                slot.close();
            }
        };
    }

    private Instance instance(FaultyStore.Way through) {
        return instance(through, Postboxes.open(server.port(), 4));
    }

    private Instance instance(FaultyStore.Way through, Postbox postbox) {
        return new Instance(through, postbox, recipients, clock);
    }

    private static void queue(Instance on, String id) {
        var _ = on.queueMail.because(id, MailKind.REGISTRATION_CONFIRMED, id);
    }

    private static void look(Instance on, String... ids) {
        on.look(ids);
    }

    private static void lookUntilStopped(Instance on, String id) {
        try {
            look(on, id);
        } catch (CancellationException e) {
            assertThat(e).as("a process that has died").isNotNull();
        }
    }

    private static void in(Runnable work) {
        Tenancy.runIn(SEINAJOKI, work);
    }

    private Mail mail(String id) {
        return Tenancy.callIn(SEINAJOKI, () -> instance.mails.find(List.of(id)).getFirst());
    }

    private List<String> troubled() {
        return Tenancy.callIn(SEINAJOKI, () -> instance.mails.troubled("", 10)).stream()
                .map(mail -> mail.matter().id())
                .toList();
    }

    /** What the outbox of a mail has told so far; nothing is published here. */
    private List<String> told(String id) {
        return document(id).getList("outbox", Document.class).stream()
                .map(entry -> Document.parse(entry.getString("data")))
                .map(data -> data.get("mail", Document.class).getString("status"))
                .toList();
    }

    private Document document(String id) {
        return java.util.Objects.requireNonNull(
                way.database()
                        .getMongoDatabase()
                        .getCollection("mails")
                        .find(new Document("_id", id))
                        .first());
    }
}
