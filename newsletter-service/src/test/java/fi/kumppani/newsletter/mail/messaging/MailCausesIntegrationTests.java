package fi.kumppani.newsletter.mail.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Money;
import fi.kumppani.contracts.events.Follower;
import fi.kumppani.contracts.events.Registration;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.events.RegistrationNoticeDue;
import fi.kumppani.contracts.events.RegistrationTransferred;
import fi.kumppani.contracts.events.SeriesJoined;
import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.BankAccount;
import fi.kumppani.contracts.grants.BankAccountChanged;
import fi.kumppani.contracts.grants.DraftClosingSoon;
import fi.kumppani.contracts.grants.SupplementRequested;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.KumppaniTest;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.newsletter.mail.Mails;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

@KumppaniTest(
        properties = "kumppani.newsletter.address-key=YWRkcmVzcy1rZXktb2YtdGhlLXRlc3RzLW9ubHkhISE=")
class MailCausesIntegrationTests {

    @Autowired TestMessages messages;
    @Autowired Mails mails;

    @Test
    void queuesOneMailWhenDeliveredTwice() {
        TestMessage confirmed = confirmed(false).in("743");

        messages.publish(confirmed, confirmed);
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("743")).isEqualTo(1);
    }

    @Test
    void queuesOneMailForEachNoticeWhenDeliveredTwice() {
        for (String notice :
                new String[] {
                    "event-changed",
                    "event-postponed",
                    "event-cancelled",
                    "event-reminder",
                    "event-memo",
                    "event-feedback"
                }) {
            TestMessage due =
                    TestMessage.of(
                                    new RegistrationNoticeDue(
                                            new Registration(
                                                    "event:1", "event", 1, "confirmed", false),
                                            notice,
                                            4))
                            .about("event:1")
                            .in("301");
            messages.publish(due, due);
        }
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("301")).isEqualTo(6);
    }

    @Test
    void mailsBothTheDeputyAndWhoHandedOverWhenDeliveredTwice() {
        TestMessage transferred =
                TestMessage.of(
                                new RegistrationTransferred(
                                        new Registration(
                                                "event:1", "event", 1, "confirmed", false)))
                        .about("event:1")
                        .in("145");

        messages.publish(transferred, transferred);
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("145")).isEqualTo(2);
    }

    @Test
    void mailsWhoeverAnApplicationWaitsForWhenDeliveredTwice() {
        TestMessage asked =
                TestMessage.of(
                                new SupplementRequested(
                                        new Application(
                                                "application",
                                                "005/2027/00001",
                                                "call",
                                                "association",
                                                2027,
                                                new Money("400.00", "EUR"),
                                                "supplementing",
                                                null,
                                                List.of(),
                                                null,
                                                false),
                                        LocalDate.of(2027, 2, 15)))
                        .about("application")
                        .in("005");
        TestMessage closing =
                TestMessage.of(
                                new DraftClosingSoon(
                                        "draft", "call", Instant.parse("2027-01-31T22:00:00Z")))
                        .about("draft:1801432800000")
                        .in("005");

        messages.publish(asked, asked, closing, closing);
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("005")).isEqualTo(2);
    }

    @Test
    void warnsOnceThatAnAccountIsToBeReplacedWhenDeliveredTwice() {
        TestMessage proposed = bankAccount("proposed", true).in("010");
        TestMessage first = bankAccount("in-use", false).in("010");
        TestMessage confirmed = bankAccount("in-use", true).in("010");

        messages.publish(first, proposed, proposed, confirmed);
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("010")).isEqualTo(1);
    }

    private static TestMessage bankAccount(String status, boolean replaces) {
        return TestMessage.of(
                        new BankAccountChanged(
                                new BankAccount("association", "association:2", status, replaces)))
                .about("010:association");
    }

    @Test
    void queuesOneMailForWhoFollowsASeriesWhenDeliveredTwice() {
        String id = "019a5f0e-7c00-7000-8000-00000000005e:1";
        TestMessage joined =
                TestMessage.of(new SeriesJoined(new Follower(id, id.substring(0, 36), 1)))
                        .about(id)
                        .in("408");

        messages.publish(joined, joined);
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("408")).isEqualTo(1);
    }

    @Test
    void mailsNobodyOfImportedHistory() {
        messages.publish(confirmed(true).in("052"));
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("052")).isZero();
    }

    @Test
    void mailsNobodyOfWhatHappenedMoreThanAWeekAgo() {
        messages.publish(confirmed(false).in("980").at(Instant.now().minus(8, ChronoUnit.DAYS)));
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("980")).isZero();
    }

    private long mailsOf(String municipality) {
        return Tenancy.callIn(
                new MunicipalityCode(municipality),
                () -> mails.counts().values().stream().mapToLong(Long::longValue).sum());
    }

    private static TestMessage confirmed(boolean imported) {
        return TestMessage.of(
                        new RegistrationConfirmed(
                                new Registration("event:1", "event", 1, "confirmed", imported)))
                .about("event:1");
    }
}
