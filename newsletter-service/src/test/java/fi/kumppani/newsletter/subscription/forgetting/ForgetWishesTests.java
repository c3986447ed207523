package fi.kumppani.newsletter.subscription.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Updates;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.dispatch.smtp.Postboxes;
import fi.kumppani.newsletter.smtp.ScriptedSmtp;
import fi.kumppani.newsletter.stand.Instance;
import fi.kumppani.newsletter.stand.KnownRecipients;
import fi.kumppani.newsletter.stand.SettableClock;
import fi.kumppani.newsletter.subscription.Addressee;
import fi.kumppani.newsletter.subscription.ConsentText;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionId;
import fi.kumppani.newsletter.subscription.SubscriptionUseCases;
import fi.kumppani.newsletter.subscription.WishPatience;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class ForgetWishesTests {

    private static final String LIST = "list";
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final EmailAddress READER = new EmailAddress("reader@example.org");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final FaultyStore store = new FaultyStore();
    private final FaultyStore.Way way = store.way();
    private final ScriptedSmtp server = new ScriptedSmtp();
    private final Instance instance =
            new Instance(way, Postboxes.open(server.port(), 1), new KnownRecipients(), clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WishSweeper sweeper =
            new WishSweeper(
                    instance.subscriptions,
                    SubscriptionUseCases.forget(instance.subscriptions, FORTNIGHT, clock),
                    meters,
                    new WishPatience(FORTNIGHT, Duration.ofHours(6)));

    @BeforeEach
    void makeTheList() {
        in(
                () -> {
                    var _ =
                            instance.lists.add(
                                    new NewsletterList(
                                            LIST, LocalizedText.finnish("Kirje"), clock.instant()),
                                    new Creation("list", ""));
                });
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Test
    void forgetsAWishThatNobodyConfirmedAndCountsIt() {
        ask();
        clock.pass(FORTNIGHT.minusSeconds(1));
        assertThat(sweeper.sweep()).isTrue();
        assertThat(kept()).hasSize(1);

        clock.pass(Duration.ofSeconds(2));
        assertThat(sweeper.sweep()).isTrue();
        assertThat(kept()).as("its end is still to be told").hasSize(1);
        assertThat(kept().getFirst().toJson()).doesNotContain("example.org");
        tell();
        assertThat(sweeper.sweep()).isTrue();

        assertThat(kept()).isEmpty();
        assertThat(meters.counter("kumppani.wishes.forgotten", "municipality", "743").count())
                .isEqualTo(1);
        assertThat(meters.counter("kumppani.wishes.sweeps").count()).isEqualTo(3);
    }

    @Test
    void keepsAWishThatSomebodyRepeated() {
        ask();
        clock.pass(Duration.ofDays(10));
        ask();
        clock.pass(Duration.ofDays(10));

        assertThat(sweeper.sweep()).isTrue();

        assertThat(kept()).hasSize(1);
    }

    @Test
    void keepsWhatWasConfirmed() {
        ask();
        confirm();
        clock.pass(Duration.ofDays(400));

        assertThat(sweeper.sweep()).isTrue();

        assertThat(kept()).hasSize(1);
        assertThat(kept().getFirst().toJson()).contains("reader@example.org");
    }

    @Test
    void keepsTheEvidenceOfAnEarlierConsentWithoutTheAddress() {
        ask();
        confirm();
        in(
                () -> {
                    var _ =
                            instance.subscriptions.move(
                                    id(),
                                    known ->
                                            ((Subscription.Confirmed) known)
                                                    .leave(clock.instant(), "link"));
                });
        ask();
        int told = outbox();
        clock.pass(Duration.ofDays(15));

        assertThat(sweeper.sweep()).isTrue();

        assertThat(kept().getFirst().toJson())
                .doesNotContain("example.org")
                .contains(ConsentText.VERSION);
        assertThat(outbox()).as("the end of the wish is told").isEqualTo(told + 1);
        assertThat(sweeper.sweep()).isTrue();
        assertThat(meters.counter("kumppani.wishes.forgotten", "municipality", "743").count())
                .isEqualTo(1);
    }

    @Test
    void forgetsWhatItsOwnerHadErasedOnceTheEndIsTold() {
        ask();
        confirm();
        erase();
        assertThat(sweeper.sweep()).isTrue();
        assertThat(kept()).as("its end is still to be told").hasSize(1);
        assertThat(kept().getFirst().toJson()).doesNotContain("example.org");

        tell();
        assertThat(sweeper.sweep()).isTrue();

        assertThat(kept()).isEmpty();
    }

    /** Everything it owes is told. */
    private void tell() {
        var _ =
                way.database()
                        .getMongoDatabase()
                        .getCollection("subscriptions")
                        .updateMany(new Document(), Updates.set("pending", false));
    }

    private void erase() {
        in(
                () -> {
                    var _ = instance.subscriptions.move(id(), Subscription::erase);
                });
    }

    @Test
    void letsWhoWasForgottenAskAnew() {
        ask();
        clock.pass(Duration.ofDays(15));
        assertThat(sweeper.sweep()).isTrue();

        ask();
        confirm();

        assertThat(instance.subscriptions.forgettable("", 10)).isEmpty();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void looksAgainWhenTheStoreWasAway() {
        ask();
        clock.pass(Duration.ofDays(15));
        way.befall((_, _) -> FaultyStore.Fate.IS_LOST);
        assertThat(sweeper.sweep()).isFalse();
        way.heal();

        assertThat(sweeper.sweep()).isTrue();

        assertThat(kept().getFirst().toJson()).doesNotContain("example.org");
    }

    @Test
    void isNeverLessPatientThanTheLinkThatConfirms() {
        assertThatThrownBy(() -> new WishPatience(Duration.ofDays(7), Duration.ofHours(6)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void ask() {
        in(
                () -> {
                    var _ =
                            instance.askForList.ask(
                                    LIST,
                                    new Addressee(READER, Language.FI, null),
                                    new Subscription.Shown(
                                            ConsentText.VERSION, Language.FI, "api"));
                });
    }

    private void confirm() {
        in(
                () -> {
                    var _ =
                            instance.subscriptions.move(
                                    id(),
                                    known -> ((Subscription.Asked) known).confirm(clock.instant()));
                });
    }

    private SubscriptionId id() {
        return SubscriptionId.parse(kept().getFirst().getString("_id")).orElseThrow();
    }

    private int outbox() {
        return kept().getFirst().getList("outbox", Document.class).size();
    }

    private List<Document> kept() {
        return way.database()
                .getMongoDatabase()
                .getCollection("subscriptions")
                .find()
                .into(new ArrayList<>());
    }

    private static void in(Runnable work) {
        Tenancy.runIn(Instance.SEINAJOKI, work);
    }
}
