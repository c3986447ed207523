package fi.kumppani.newsletter.issue.messaging;

import static fi.kumppani.newsletter.Api.ELSEWHERE;
import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.header;
import static fi.kumppani.newsletter.Api.newAddress;
import static fi.kumppani.newsletter.Api.officer;
import static fi.kumppani.newsletter.Api.token;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.newsletter.Bounce;
import fi.kumppani.contracts.newsletter.MailBounced;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;

import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.UUID;

/** What came of an issue, and what came back of it. */
@NewsletterServiceTest
class EchoMessagesIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void countsWhatCameBackOnceForALetterWhenDeliveredTwice() {
        String readersList = api.list();
        String stays = newAddress();
        String leaves = newAddress();
        String gone = newAddress();
        List.of(stays, leaves, gone).forEach(reader -> api.subscribe(readersList, reader));
        String issue = api.draft(readersList);
        api.get(HOME + "/issue-drafts/" + issue + "/numbers").by(coordinator()).send().is(404);
        api.send(issue);
        MimeMessage letter = api.letters(leaves, 2).getLast();

        TestMessage hard = bounced(letterId(api.letters(gone, 2).getLast()), "hard");
        TestMessage again = bounced(letterId(api.letters(gone, 2).getLast()), "soft");
        TestMessage complaint = bounced(letterId(api.letters(stays, 2).getLast()), "complaint");
        TestMessage ofAMail = bounced(UUID.randomUUID().toString(), "hard");
        TestMessage unnamed = bounced(null, "hard");
        messages.publish(hard, hard, again, complaint, complaint, ofAMail, unnamed);
        messages.awaitAllHandled("echoMessages");
        api.post(HOME + "/subscription-departures")
                .body("{\"token\": \"%s\"}".formatted(token(header(letter, "List-Unsubscribe"))))
                .send()
                .is(200);

        Api.Answer numbers =
                api.get(HOME + "/issue-drafts/" + issue + "/numbers")
                        .by(coordinator())
                        .send()
                        .is(200);
        assertThat(numbers.number("/recipients")).isEqualTo(3);
        assertThat(numbers.number("/sent")).isEqualTo(3);
        assertThat(numbers.number("/bounced")).isEqualTo(1);
        assertThat(numbers.number("/delivered")).isEqualTo(2);
        assertThat(numbers.number("/complaints")).isEqualTo(1);
        assertThat(numbers.number("/left")).isEqualTo(1);
        assertThat(numbers.number("/failed")).isZero();
        assertThat(numbers.raw()).doesNotContain("@");
        String path = "/issue-drafts/" + issue + "/numbers";
        api.get(HOME + path).by(officer()).send().is(403);
        api.get(ELSEWHERE + path).by(coordinator()).send().is(404);
    }

    private TestMessage bounced(@Nullable String letterId, String kind) {
        String mailbox = UUID.randomUUID().toString();
        return TestMessage.of(new MailBounced(new Bounce(mailbox, letterId, kind, false)))
                .about(mailbox)
                .in(Api.SEINAJOKI)
                .sequence(1);
    }

    private static String letterId(MimeMessage letter) {
        String id = header(letter, "Message-ID");
        return id.substring(1, id.indexOf('@'));
    }
}
