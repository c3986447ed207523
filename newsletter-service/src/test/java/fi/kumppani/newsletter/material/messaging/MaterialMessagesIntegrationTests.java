package fi.kumppani.newsletter.material.messaging;

import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Money;
import fi.kumppani.contracts.events.Event;
import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationRevised;
import fi.kumppani.contracts.grants.Call;
import fi.kumppani.contracts.grants.CallClosed;
import fi.kumppani.contracts.grants.CallPublished;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What is heard of events and calls, and what an issue is proposed from. */
@NewsletterServiceTest
class MaterialMessagesIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String id = UUID.randomUUID().toString();
    private final String mark = "m" + id.substring(0, 8);

    @Test
    void proposesAnEventOnceWhenDeliveredTwice() {
        TestMessage published = message(new EventPublished(event("published", 10)), 1);

        messages.publish(published, published);
        messages.awaitAllHandled("materialMessages");

        String list = list("");
        Api.Answer proposal = proposal(list);
        assertThat(proposal.raw().split(id, -1)).as("one link").hasSize(2);
        String found = itemWith(proposal, id);
        assertThat(found)
                .contains("Järjestöilta " + mark)
                .contains("Paikka: Valtuustosali")
                .contains("Plats: Valtuustosali")
                .contains("/m/743/events/" + id);
        String draft =
                api.post(HOME + "/lists/" + list + "/issue-drafts")
                        .by(coordinator())
                        .key(newKey())
                        .body(proposal.raw())
                        .send()
                        .is(201)
                        .text("/id");
        assertThat(draft).as("a proposal can be drafted as it is").isNotEmpty();
        assertThat(proposal(list).number("/number")).isEqualTo(proposal.number("/number") + 1);
    }

    @Test
    void proposesNothingThatIsCalledOffWhateverComesLast() {
        TestMessage published = message(new EventPublished(event("published", 10)), 1);
        TestMessage cancelled = message(new EventCancelled(event("cancelled", 10)), 2);

        messages.publish(published, cancelled, cancelled, published);
        messages.awaitAllHandled("materialMessages");

        assertThat(proposal(list("")).raw()).doesNotContain(id);
    }

    @Test
    void proposesNothingThatIsOverOrFarAway() {
        messages.publish(message(new EventPublished(event("published", -3)), 1));
        messages.awaitAllHandled("materialMessages");
        assertThat(proposal(list("")).raw()).doesNotContain(id);

        messages.publish(message(new EventPublished(event("published", 100)), 2));
        messages.awaitAllHandled("materialMessages");
        assertThat(proposal(list("")).raw()).doesNotContain(id);
    }

    @Test
    void proposesAnOpenCallUntilItClosesWhenDeliveredTwice() {
        TestMessage published = message(new CallPublished(call()), 1);
        messages.publish(published, published);
        messages.awaitAllHandled("materialMessages");
        assertThat(proposal(list("")).raw()).contains("Kyläraha " + mark).contains("Hakuaika: ");

        TestMessage closed = message(new CallClosed(call()), 2);
        messages.publish(closed, closed);
        messages.awaitAllHandled("materialMessages");

        assertThat(proposal(list("")).raw()).doesNotContain("Kyläraha " + mark);
    }

    @Test
    void tellsOfDecisionsByNumberAndSumOnceWhenDeliveredTwice() {
        messages.publish(message(new CallPublished(call()), 1), message(new CallClosed(call()), 2));
        messages.awaitAllHandled("materialMessages");
        TestMessage first = decided(new ApplicationDecided(application("a", "400.00")), 3);
        TestMessage second = decided(new ApplicationDecided(application("b", "250.50")), 3);
        TestMessage refused = decided(new ApplicationDecided(application("c", "0.00")), 3);
        TestMessage revised =
                decided(new ApplicationRevised(application("b", "300.00"), 2, "claim"), 4);

        messages.publish(first, second, refused, revised, first, revised, second);
        messages.awaitAllHandled("newsMessages");

        assertThat(itemWith(proposal(list("")), id))
                .contains("Avustusta myönnettiin 2 hakemukselle, yhteensä 700,00")
                .contains("Understöd beviljades för 2 ansökningar")
                .contains("/m/743/calls/" + id)
                .doesNotContain("Hakuaika");
    }

    @Test
    void tellsOfNewAssociationsUnderTheirNewestNameWhenDeliveredTwice() {
        TestMessage verified =
                message(new AssociationVerified(association("Seura " + mark, "verified")), 2);
        TestMessage renamed =
                message(new AssociationChanged(association("Klubi " + mark, "verified")), 3);
        TestMessage dissolved =
                message(new AssociationChanged(association("Klubi " + mark, "dissolved")), 4);
        messages.publish(verified, verified, renamed, verified);
        messages.awaitAllHandled("newsMessages");

        assertThat(proposal(list("")).raw())
                .contains("Uusia yhdistyksiä", "Klubi " + mark)
                .doesNotContain("Seura " + mark);
        assertThat(proposal(list(", \"topic\": \"kulttuuri\"")).raw()).contains("Klubi " + mark);
        assertThat(proposal(list(", \"topic\": \"liikunta\"")).raw())
                .doesNotContain("Klubi " + mark);

        messages.publish(dissolved, dissolved);
        messages.awaitAllHandled("newsMessages");
        assertThat(proposal(list("")).raw()).doesNotContain("Klubi " + mark);
    }

    @Test
    void proposesToATopicAndAnAreaWhatIsTheirs() {
        messages.publish(message(new EventPublished(event("published", 10)), 1));
        messages.awaitAllHandled("materialMessages");

        assertThat(proposal(list(", \"topic\": \"" + mark + "\"")).raw()).contains(id);
        assertThat(proposal(list(", \"topic\": \"liikunta\"")).raw()).doesNotContain(id);
        assertThat(
                        proposal(
                                        list(
                                                ", \"topic\": \""
                                                        + mark
                                                        + "\", \"area\": {\"fi\": \"Jalasjärvi\"}"))
                                .raw())
                .doesNotContain(id);
        api.get(HOME + "/lists/none/issue-proposal").by(coordinator()).send().is(404);
        api.get(HOME + "/lists/" + list("") + "/issue-proposal").by(Api.officer()).send().is(403);
    }

    private Api.Answer proposal(String list) {
        return api.get(HOME + "/lists/" + list + "/issue-proposal")
                .by(coordinator())
                .send()
                .is(200);
    }

    private static String itemWith(Api.Answer proposal, String id) {
        for (var item : proposal.json().at("/items")) {
            if (item.toString().contains(id)) {
                return item.toString();
            }
        }
        throw new AssertionError("Nothing of " + id + " in " + proposal.raw());
    }

    private String list(String more) {
        return api.post(HOME + "/lists")
                .by(coordinator())
                .key(newKey())
                .body("{\"name\": {\"fi\": \"Kirje\"}" + more + "}")
                .send()
                .is(201)
                .text("/id");
    }

    private TestMessage message(Record data, long sequence) {
        return TestMessage.of(data).about(id).in(Api.SEINAJOKI).sequence(sequence);
    }

    private TestMessage decided(Record data, long sequence) {
        String about =
                data instanceof ApplicationDecided decided
                        ? decided.application().id()
                        : ((ApplicationRevised) data).application().id();
        return TestMessage.of(data).about(about).in(Api.SEINAJOKI).sequence(sequence);
    }

    private Application application(String which, String granted) {
        return new Application(
                id + which,
                "743/2026/00042",
                id,
                "association-" + which,
                2026,
                new Money("500.00", "EUR"),
                granted.equals("0.00") ? "refused" : "granted",
                new Money(granted, "EUR"),
                List.of(),
                LocalDate.now(FinnishTime.ZONE),
                false);
    }

    private Association association(String name, String status) {
        return new Association(
                id,
                new LocalizedTexts(name, null, null),
                null,
                null,
                "registered-association",
                Api.SEINAJOKI,
                null,
                List.of("kulttuuri"),
                status,
                true,
                false);
    }

    private Event event(String status, int inDays) {
        Instant start = now.plus(Duration.ofDays(inDays));
        return new Event(
                id,
                new LocalizedTexts("Järjestöilta " + mark, null, null),
                null,
                new Event.Venue(new LocalizedTexts("Valtuustosali", null, null), null),
                null,
                start,
                start.plus(Duration.ofHours(2)),
                start.minus(Duration.ofDays(2)),
                50,
                status,
                false);
    }

    private Call call() {
        return new Call(
                id,
                new LocalizedTexts("Kyläraha " + mark, null, null),
                2026,
                new Money("1000.00", "EUR"),
                new Money("100.00", "EUR"),
                List.of("registered"),
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(20)),
                false,
                null);
    }
}
