package fi.kumppani.newsletter.mail.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Money;
import fi.kumppani.contracts.events.Follower;
import fi.kumppani.contracts.events.Registration;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.events.RegistrationNoticeDue;
import fi.kumppani.contracts.events.RegistrationTransferred;
import fi.kumppani.contracts.events.SeriesJoined;
import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.ApplicationTransferred;
import fi.kumppani.contracts.grants.BankAccount;
import fi.kumppani.contracts.grants.BankAccountChanged;
import fi.kumppani.contracts.grants.DraftClosingSoon;
import fi.kumppani.contracts.grants.LoanPartReminded;
import fi.kumppani.contracts.grants.Recovery;
import fi.kumppani.contracts.grants.RecoveryChanged;
import fi.kumppani.contracts.grants.RedressChanged;
import fi.kumppani.contracts.grants.SupplementRequested;
import fi.kumppani.contracts.grants.TermsChanged;
import fi.kumppani.contracts.grants.UsageReport;
import fi.kumppani.contracts.grants.UsageReportChanged;
import fi.kumppani.contracts.grants.UsageReportReminded;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.ConfirmationAsked;
import fi.kumppani.contracts.registry.Invitation;
import fi.kumppani.contracts.registry.InvitationChanged;
import fi.kumppani.contracts.registry.SurveyInvited;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.KumppaniTest;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.newsletter.mail.Mails;

import org.jspecify.annotations.Nullable;
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
    void mailsThatAnApplicationWentToAnotherCallWhenDeliveredTwice() {
        TestMessage moved =
                TestMessage.of(
                                new ApplicationTransferred(
                                        new Application(
                                                "moved",
                                                "049/2027/00001",
                                                "call",
                                                "association",
                                                2027,
                                                new Money("400.00", "EUR"),
                                                "transferred",
                                                null,
                                                List.of(),
                                                null,
                                                false),
                                        "there",
                                        "other"))
                        .about("moved")
                        .in("049");

        messages.publish(moved, moved);
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("049")).isEqualTo(1);
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

    @Test
    void mailsOfReportsWhatConcernsTheGranteeWhenDeliveredTwice() {
        TestMessage due = reminded(false).in("016");
        TestMessage overdue = reminded(true).in("016");
        messages.publish(due, due, overdue, overdue);
        for (String status : List.of("handed-in", "supplementing", "checked", "concluded")) {
            TestMessage changed = report(status).in("016");
            messages.publish(changed, changed);
        }
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("016")).isEqualTo(4);
    }

    @Test
    void mailsWhatWasRuledAndClaimedBackWhenDeliveredTwice() {
        for (TestMessage each :
                List.of(
                        loan(true),
                        loan(false),
                        terms(null),
                        terms(LocalDate.of(2027, 3, 1)),
                        claimed("proposed", 1),
                        claimed("decided", 1),
                        claimed("decided", null),
                        claimed("dropped", 1),
                        ruled("dismissed", null),
                        ruled("dismissed", LocalDate.of(2027, 4, 8)),
                        ruled("revised", null),
                        ruled(null, null))) {
            TestMessage message = each.about("application").in("046");
            messages.publish(message, message);
        }
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("046")).isEqualTo(6);
    }

    private static TestMessage loan(boolean overdue) {
        return TestMessage.of(
                new LoanPartReminded("application", 2, LocalDate.of(2027, 6, 30), overdue));
    }

    private static TestMessage terms(@Nullable LocalDate decidedOn) {
        return TestMessage.of(
                new TermsChanged("application", 1, "approved", null, null, false, decidedOn));
    }

    private static TestMessage claimed(String status, @Nullable Integer moved) {
        var nothing = new Money("0.00", "EUR");
        return TestMessage.of(
                new RecoveryChanged(
                        new Recovery(
                                "application",
                                List.of(
                                        new Recovery.Claim(
                                                1,
                                                "not-reported",
                                                status,
                                                new Money("10.00", "EUR"),
                                                nothing,
                                                null)),
                                nothing,
                                nothing),
                        moved));
    }

    private static TestMessage ruled(@Nullable String outcome, @Nullable LocalDate knownOn) {
        LocalDate day = LocalDate.of(2027, 4, 1);
        return TestMessage.of(
                new RedressChanged(
                        "application",
                        new RedressChanged.Case(
                                1,
                                "party-claim",
                                1,
                                day,
                                false,
                                "Kunnanhallitus",
                                outcome,
                                outcome == null ? null : day,
                                knownOn),
                        null,
                        null));
    }

    private static TestMessage reminded(boolean overdue) {
        return TestMessage.of(
                        new UsageReportReminded(
                                "application", "call", LocalDate.of(2027, 3, 31), overdue))
                .about("application:2027-03-31:" + overdue);
    }

    private static TestMessage report(String status) {
        return TestMessage.of(
                        new UsageReportChanged(
                                new UsageReport(
                                        "application",
                                        status,
                                        new Money("300.00", "EUR"),
                                        null,
                                        null,
                                        null,
                                        null)))
                .about("application");
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
    void asksAnAssociationOnceAlsoAnImportedOneWhenDeliveredTwice() {
        String id = "019a5f0e-7c00-7000-8000-000000000001";
        TestMessage asked =
                TestMessage.of(
                                new ConfirmationAsked(
                                        new Association(
                                                id,
                                                new LocalizedTexts("Kyläyhdistys ry", null, null),
                                                null,
                                                null,
                                                "other",
                                                "075",
                                                null,
                                                List.of(),
                                                "verified",
                                                true,
                                                true)))
                        .about(id)
                        .in("075");

        messages.publish(asked, asked);
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("075")).isEqualTo(1);
    }

    @Test
    void invitesAnAssociationToASurveyOnceHoweverOftenItIsTold() {
        messages.publish(invited("first"), invited("first"), invited("second"));
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("076")).isEqualTo(2);
    }

    /** A message of its own each time. */
    private static TestMessage invited(String invitation) {
        return TestMessage.of(new SurveyInvited(invitation, "survey", "association"))
                .about(invitation)
                .in("076");
    }

    @Test
    void mailsWhoeverIsInvitedAndNobodyWhenThatIsOverWhenDeliveredTwice() {
        for (String status : new String[] {"open", "accepted", "withdrawn", "expired"}) {
            TestMessage changed =
                    TestMessage.of(
                                    new InvitationChanged(
                                            new Invitation("invitation", "association", status)))
                            .about("invitation")
                            .in("399");
            messages.publish(changed, changed);
        }
        messages.awaitAllHandled("mailCauses");

        assertThat(mailsOf("399")).isEqualTo(1);
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
