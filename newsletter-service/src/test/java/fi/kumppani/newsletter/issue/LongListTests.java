package fi.kumppani.newsletter.issue;

import static fi.kumppani.newsletter.stand.Instance.SEINAJOKI;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.stand.Instance;
import fi.kumppani.newsletter.stand.KnownRecipients;
import fi.kumppani.newsletter.stand.SettableClock;
import fi.kumppani.newsletter.subscription.Addressee;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionId;
import fi.kumppani.newsletter.subscription.SubscriptionUseCases;

import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A list of 50,000 for which 500 addresses were asked twice, frozen by two processes at once. */
class LongListTests {

    private static final String LIST = "list";
    private static final String ISSUE = "0192f3c4-0000-7000-8000-000000000002";
    private static final int READERS = 50_000;
    private static final int TWICE = 500;
    private static final int PAGE = 1_000;
    private static final JsonWriterSettings WITH_TYPES =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final SettableClock clock = new SettableClock(Instant.parse("2024-08-28T06:00:00Z"));
    private final FaultyStore store = new FaultyStore();
    private final FaultyStore.Way way = store.way();
    private final Instance instance = instance();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void writesEachMailboxDownOnce() throws InterruptedException {
        Tenancy.runIn(SEINAJOKI, this::subscribeOne);
        subscribeLikeIt(1, TWICE);
        Tenancy.runIn(SEINAJOKI, this::askTwice);
        subscribeLikeIt(TWICE, READERS);
        Tenancy.runIn(SEINAJOKI, this::order);
        Instance other = instance();

        Thread beside = Thread.ofVirtual().start(() -> freeze(other));
        freeze(instance);
        beside.join();

        Issue.Frozen frozen =
                (Issue.Frozen)
                        Tenancy.callIn(
                                SEINAJOKI, () -> instance.issues.find(ISSUE).orElseThrow().body());
        List<String> written =
                Tenancy.callIn(SEINAJOKI, () -> instance.chunks.findAll(ISSUE, frozen.chunks()))
                        .stream()
                        .flatMap(chunk -> chunk.letters().stream())
                        .map(letter -> letter.subscription().mailbox().print())
                        .toList();
        assertThat(frozen.recipients()).isEqualTo(READERS);
        assertThat(written).hasSize(READERS).doesNotHaveDuplicates();
    }

    private void subscribeOne() {
        var _ =
                instance.lists.add(
                        new NewsletterList(LIST, LocalizedText.finnish("Kirje"), clock.instant()),
                        new Creation("list", ""));
        var asked =
                new Subscription.Asked(
                        new Subscription.Identity(id(0), "ref-0", 1),
                        List.of(),
                        new Addressee(address(0), Language.FI, null),
                        new Subscription.Shown("1", Language.FI, "api"),
                        clock.instant());
        var _ = instance.subscriptions.add(asked);
        var _ =
                instance.subscriptions.move(
                        id(0), known -> ((Subscription.Asked) known).confirm(clock.instant()));
    }

    /** Others like that one, straight into the store. */
    private void subscribeLikeIt(int first, int end) {
        var collection = way.database().getMongoDatabase().getCollection("subscriptions");
        String one =
                Objects.requireNonNull(collection.find(new Document("_id", id(0).value())).first())
                        .toJson(WITH_TYPES);
        for (int from = first; from < end; from += PAGE) {
            List<Document> page = new ArrayList<>();
            for (int number = from; number < Math.min(from + PAGE, end); number++) {
                page.add(like(one, number));
            }
            var _ = collection.insertMany(page);
        }
    }

    private static Document like(String first, int number) {
        return Document.parse(
                first.replace(id(0).value(), id(number).value())
                        .replace("ref-0", "ref-" + number)
                        .replace(address(0).value(), address(number).value()));
    }

    private void askTwice() {
        for (int number = 0; number < TWICE; number++) {
            var _ =
                    instance.askForList.ask(
                            LIST,
                            new Addressee(
                                    EmailAddress.parse(
                                                    address(number)
                                                            .value()
                                                            .toUpperCase(Locale.ROOT))
                                            .orElseThrow(),
                                    Language.FI,
                                    null),
                            new Subscription.Shown("1", Language.FI, "api"));
        }
    }

    private void order() {
        var _ =
                instance.issues.add(
                        new Issue.Draft(
                                new Copy(
                                        ISSUE,
                                        LIST,
                                        2,
                                        2024,
                                        LocalizedText.finnish("Kumppanuuspöytä 24.9."),
                                        List.of())),
                        new Creation("issue", ""));
        var _ =
                instance.issues.move(
                        ISSUE, draft -> ((Issue.Draft) draft).send("seinajoki.example.org"));
    }

    private void freeze(Instance on) {
        Tenancy.runIn(
                SEINAJOKI,
                () ->
                        new FreezeRecipients(
                                        on.issues,
                                        on.chunks,
                                        new IntendedReaders(
                                                on.subscriptions,
                                                on.lists,
                                                _ -> Map.of(),
                                                new TopicReaders(on.subscriptions, on.lists)),
                                        clock)
                                .freeze(
                                        Tenancy.callIn(
                                                SEINAJOKI,
                                                () ->
                                                        on.issues
                                                                .find(ISSUE)
                                                                .orElseThrow()
                                                                .body()
                                                                .copy())));
    }

    private Instance instance() {
        return new Instance(
                store.way(),
                () -> new Postbox.Opening.Closed(Duration.ofSeconds(7)),
                new KnownRecipients(),
                clock);
    }

    private static EmailAddress address(int number) {
        return new EmailAddress("reader" + number + "@example.org");
    }

    private static SubscriptionId id(int number) {
        return SubscriptionUseCases.id(LIST, address(number));
    }
}
