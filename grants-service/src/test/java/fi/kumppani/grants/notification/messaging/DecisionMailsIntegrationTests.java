package fi.kumppani.grants.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.newsletter.Mail;
import fi.kumppani.contracts.newsletter.MailFailed;
import fi.kumppani.contracts.newsletter.MailSent;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.LocalDate;

/** What newsletter-service tells of the mails about decisions, through the real binding. */
@GrantsServiceTest
class DecisionMailsIntegrationTests {

    private static final String BY_MAIL = "{\"channel\":\"email\",\"consentedOn\":\"2026-01-31\"}";

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired Clock clock;

    @Test
    void countsFromTheDayTheMailLeftAlsoWhenDeliveredTwice() {
        String application = api.granted(api.association());
        Answer chosen = api.put(path(application) + "/sending", Api.officer(), "\"0\"", BY_MAIL);
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        assertThat(chosen.json().has("knownOn")).isFalse();

        TestMessage left = TestMessage.of(new MailSent(mail(application, "sent"))).in("743");
        messages.publish(left, left);
        messages.awaitAllHandled("decisionMails");

        Answer read = api.get(path(application), Api.officer());
        assertThat(read.text("/sentOn")).isEqualTo(today().toString());
        assertThat(read.text("/knownOn")).isEqualTo(today().plusDays(3).toString());
        assertThat(read.json().at("/statements")).hasSize(2);
    }

    @Test
    void tellsThatTheMailWillNeverArrive() {
        String application = api.granted(api.association());
        var _ = api.put(path(application) + "/sending", Api.officer(), "\"0\"", BY_MAIL);

        messages.publish(TestMessage.of(new MailFailed(mail(application, "failed"))).in("743"));
        messages.awaitAllHandled("decisionMails");

        assertThat(api.get(path(application), Api.officer()).text("/mailLost")).isEqualTo("true");
    }

    @Test
    void hearsNothingOfMailsAboutOtherThings() {
        String application = api.granted(api.association());
        Mail other = mail(application, "sent");

        messages.publish(
                TestMessage.of(
                                new MailSent(
                                        new Mail(
                                                other.id(),
                                                other.causeId(),
                                                "registration-confirmed",
                                                other.about(),
                                                "sent")))
                        .in("743"));
        messages.awaitAllHandled("decisionMails");

        assertThat(api.get(path(application), Api.officer()).json().at("/statements")).isEmpty();
    }

    private static String path(String application) {
        return "/applications/" + application + "/decision/notification";
    }

    private Mail mail(String application, String status) {
        return new Mail(api.newId(), api.newId(), "grant-decided", application, status);
    }

    private LocalDate today() {
        return FinnishTime.today(clock);
    }
}
