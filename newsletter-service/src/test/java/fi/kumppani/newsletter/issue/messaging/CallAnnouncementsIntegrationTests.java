package fi.kumppani.newsletter.issue.messaging;

import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.newAddress;
import static fi.kumppani.newsletter.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Money;
import fi.kumppani.contracts.grants.Call;
import fi.kumppani.contracts.grants.CallPublished;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;

import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Each new call is told to those who asked for it, once. */
@NewsletterServiceTest
class CallAnnouncementsIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String id = UUID.randomUUID().toString();
    private final String mark = "m" + id.substring(0, 8);
    private final String reader = newAddress();

    @Test
    void tellsOfAnOpenCallOnceWhenDeliveredTwice() {
        String list = list("");
        api.subscribe(list, reader);
        TestMessage published = message(call(now.minusSeconds(60), false));

        messages.publish(published, published);
        messages.awaitAllHandled("callAnnouncements");

        MimeMessage letter = api.letters(reader, 2).getLast();
        assertThat(Api.text(letter))
                .contains("Kyläraha " + mark)
                .contains("Hakuaika: ")
                .contains("/m/743/calls/" + id);
        assertThat(Api.header(letter, "List-Unsubscribe-Post"))
                .isEqualTo("List-Unsubscribe=One-Click");
        messages.publish(published);
        messages.awaitAllHandled("callAnnouncements");
        assertThat(announced(list)).hasSize(1);
        assertThat(api.lettersNow(reader)).hasSize(2);
    }

    @Test
    void waitsUntilTheCallOpens() {
        String list = list("");
        api.subscribe(list, reader);

        messages.publish(message(call(now.plus(Duration.ofDays(2)), false)));
        messages.awaitAllHandled("callAnnouncements");

        assertThat(announced(list)).singleElement().isEqualTo("scheduled");
    }

    @Test
    void waitsForASecondPersonWhereTheListWantsOne() {
        String list = list(", \"fourEyes\": true");
        api.subscribe(list, reader);

        messages.publish(message(call(now.minusSeconds(60), false)));
        messages.awaitAllHandled("callAnnouncements");

        assertThat(announced(list)).singleElement().isEqualTo("draft");
    }

    @Test
    void tellsNobodyOfWhatIsPastOrOfAnotherTopicOrWithoutReaders() {
        String elsewhere = list("", "liikunta");
        api.subscribe(elsewhere, reader);
        String past = list("");
        String empty = list("");
        api.subscribe(past, newAddress());

        messages.publish(message(call(now.minusSeconds(60), true)));
        messages.awaitAllHandled("callAnnouncements");

        assertThat(announced(past)).as("imported").isEmpty();
        messages.publish(
                TestMessage.of(new CallPublished(call(now.minusSeconds(60), false)))
                        .about(id)
                        .in(Api.SEINAJOKI)
                        .sequence(2));
        messages.awaitAllHandled("callAnnouncements");
        assertThat(announced(elsewhere)).isEmpty();
        assertThat(announced(empty)).isEmpty();
        assertThat(announced(past)).hasSize(1);
    }

    /** The states of the issues of a list. */
    private List<String> announced(String list) {
        List<String> states = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    api.get(HOME + "/issue-drafts?limit=200" + next)
                            .by(coordinator())
                            .send()
                            .is(200)
                            .json();
            page.path("items")
                    .valueStream()
                    .filter(issue -> issue.path("listId").asString().equals(list))
                    .map(issue -> issue.path("state").asString())
                    .forEach(states::add);
            next = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return states;
    }

    private String list(String more) {
        return list(more, mark);
    }

    private String list(String more, String topic) {
        return api.post(HOME + "/lists")
                .by(coordinator())
                .key(newKey())
                .body(
                        "{\"name\": {\"fi\": \"Haut\"}, \"announcesCalls\": true, \"topic\": \"%s\"%s}"
                                .formatted(topic, more))
                .send()
                .is(201)
                .text("/id");
    }

    private TestMessage message(Call call) {
        return TestMessage.of(new CallPublished(call)).about(id).in(Api.SEINAJOKI).sequence(1);
    }

    private Call call(Instant opensAt, boolean imported) {
        return new Call(
                id,
                new LocalizedTexts("Kyläraha " + mark, null, null),
                2026,
                new Money("1000.00", "EUR"),
                new Money("100.00", "EUR"),
                List.of("registered"),
                opensAt,
                now.plus(Duration.ofDays(20)),
                imported,
                null);
    }
}
