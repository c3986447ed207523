package fi.kumppani.newsletter.mail.messaging;

import fi.kumppani.contracts.events.Registration;
import fi.kumppani.contracts.events.RegistrationCancelled;
import fi.kumppani.contracts.events.RegistrationChanged;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.events.RegistrationNoticeDue;
import fi.kumppani.contracts.events.RegistrationOffered;
import fi.kumppani.contracts.events.RegistrationPromoted;
import fi.kumppani.contracts.events.RegistrationRepeated;
import fi.kumppani.contracts.events.RegistrationRequested;
import fi.kumppani.contracts.events.RegistrationTransferred;
import fi.kumppani.contracts.events.RegistrationWaitlisted;
import fi.kumppani.contracts.events.SeriesJoined;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationRevised;
import fi.kumppani.contracts.grants.ApplicationTransferred;
import fi.kumppani.contracts.grants.BankAccount;
import fi.kumppani.contracts.grants.BankAccountChanged;
import fi.kumppani.contracts.grants.DraftClosingSoon;
import fi.kumppani.contracts.grants.LoanPartReminded;
import fi.kumppani.contracts.grants.RecoveryChanged;
import fi.kumppani.contracts.grants.RedressChanged;
import fi.kumppani.contracts.grants.SupplementRequested;
import fi.kumppani.contracts.grants.TermsChanged;
import fi.kumppani.contracts.grants.UsageReportChanged;
import fi.kumppani.contracts.grants.UsageReportReminded;
import fi.kumppani.contracts.registry.ConfirmationAsked;
import fi.kumppani.contracts.registry.InvitationChanged;
import fi.kumppani.contracts.registry.SurveyInvited;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.QueueMail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The messages that somebody is mailed about; those of imported history mail nobody. */
@Configuration(proxyBeanMethods = false)
class MailCausesConfiguration {

    private static final String PROPOSED = "proposed";
    private static final Set<String> LEAVING = Set.of("dismissed", "not-examined");

    @Bean
    Consumer<Message<byte[]>> mailCauses(MessageDispatchers dispatchers, QueueMail queueMail) {
        var mails = new CausedMails(queueMail);
        return dispatchers
                .create("mailCauses")
                .effect(
                        RegistrationConfirmed.TYPE,
                        RegistrationConfirmed.class,
                        message ->
                                mails.ofRegistration(
                                        message,
                                        RegistrationConfirmed::registration,
                                        MailKind.REGISTRATION_CONFIRMED))
                .effect(
                        RegistrationWaitlisted.TYPE,
                        RegistrationWaitlisted.class,
                        message ->
                                mails.ofRegistration(
                                        message,
                                        RegistrationWaitlisted::registration,
                                        MailKind.REGISTRATION_WAITLISTED))
                .effect(
                        RegistrationPromoted.TYPE,
                        RegistrationPromoted.class,
                        message ->
                                mails.ofRegistration(
                                        message,
                                        RegistrationPromoted::registration,
                                        MailKind.REGISTRATION_PROMOTED))
                .effect(
                        RegistrationCancelled.TYPE,
                        RegistrationCancelled.class,
                        message ->
                                mails.ofRegistration(
                                        message,
                                        RegistrationCancelled::registration,
                                        MailKind.REGISTRATION_CANCELLED))
                .effect(
                        RegistrationRequested.TYPE,
                        RegistrationRequested.class,
                        message ->
                                mails.ofRegistration(
                                        message,
                                        RegistrationRequested::registration,
                                        MailKind.REGISTRATION_REQUESTED))
                .effect(
                        RegistrationOffered.TYPE,
                        RegistrationOffered.class,
                        message ->
                                mails.ofRegistration(
                                        message,
                                        RegistrationOffered::registration,
                                        MailKind.REGISTRATION_OFFERED))
                .effect(
                        RegistrationChanged.TYPE,
                        RegistrationChanged.class,
                        message ->
                                mails.ofRegistration(
                                        message,
                                        RegistrationChanged::registration,
                                        MailKind.REGISTRATION_CHANGED))
                .effect(
                        RegistrationTransferred.TYPE,
                        RegistrationTransferred.class,
                        mails::ofTransfer)
                .effect(
                        RegistrationRepeated.TYPE,
                        RegistrationRepeated.class,
                        message ->
                                mails.ofRegistration(
                                        message,
                                        RegistrationRepeated::registration,
                                        MailKind.REGISTRATION_REPEATED))
                .effect(RegistrationNoticeDue.TYPE, RegistrationNoticeDue.class, mails::ofNotice)
                .effect(SeriesJoined.TYPE, SeriesJoined.class, mails::ofFollower)
                .effect(ApplicationDecided.TYPE, ApplicationDecided.class, mails::ofDecision)
                .effect(ApplicationRevised.TYPE, ApplicationRevised.class, mails::ofRevision)
                .effect(SupplementRequested.TYPE, SupplementRequested.class, mails::ofSupplement)
                .effect(
                        ApplicationTransferred.TYPE,
                        ApplicationTransferred.class,
                        mails::ofApplicationTransfer)
                .effect(DraftClosingSoon.TYPE, DraftClosingSoon.class, mails::ofClosing)
                .effect(BankAccountChanged.TYPE, BankAccountChanged.class, mails::ofBankAccount)
                .effect(UsageReportChanged.TYPE, UsageReportChanged.class, mails::ofReport)
                .effect(UsageReportReminded.TYPE, UsageReportReminded.class, mails::ofReportDue)
                .effect(LoanPartReminded.TYPE, LoanPartReminded.class, mails::ofLoan)
                .effect(InvitationChanged.TYPE, InvitationChanged.class, mails::ofInvitation)
                .effect(TermsChanged.TYPE, TermsChanged.class, mails::ofTerms)
                .effect(RecoveryChanged.TYPE, RecoveryChanged.class, mails::ofRecovery)
                .effect(RedressChanged.TYPE, RedressChanged.class, mails::ofRuling)
                .effect(ConfirmationAsked.TYPE, ConfirmationAsked.class, mails::ofConfirmation)
                .effect(SurveyInvited.TYPE, SurveyInvited.class, mails::ofSurvey)
                .build();
    }

    /** Queues one mail for each message. */
    private record CausedMails(QueueMail queueMail) {

        <T> void ofRegistration(
                InboundMessage<T> message, Function<T, Registration> registration, MailKind kind) {
            queue(message, registration.apply(message.data()).imported(), kind);
        }

        /** The notice is named as the mail that tells it. */
        void ofNotice(InboundMessage<RegistrationNoticeDue> message) {
            queue(
                    message,
                    message.data().registration().imported(),
                    MailKind.named(message.data().notice())
                            .orElseThrow(() -> new IllegalArgumentException("No such notice")));
        }

        /** The deputy is told, and so is who handed it over. */
        void ofTransfer(InboundMessage<RegistrationTransferred> message) {
            queue(
                    message,
                    message.data().registration().imported(),
                    MailKind.REGISTRATION_TRANSFERRED);
            if (!message.data().registration().imported()) {
                var _ =
                        queueMail.queue(
                                message.id() + ":former",
                                MailKind.REGISTRATION_HANDED_OVER,
                                message.id(),
                                message.subject(),
                                null);
            }
        }

        void ofFollower(InboundMessage<SeriesJoined> message) {
            queue(message, false, MailKind.SERIES_JOINED);
        }

        void ofDecision(InboundMessage<ApplicationDecided> message) {
            queue(message, message.data().application().imported(), MailKind.GRANT_DECIDED);
        }

        void ofRevision(InboundMessage<ApplicationRevised> message) {
            queue(message, message.data().application().imported(), MailKind.GRANT_REVISED);
        }

        void ofSupplement(InboundMessage<SupplementRequested> message) {
            queue(message, message.data().application().imported(), MailKind.GRANT_SUPPLEMENT);
        }

        void ofApplicationTransfer(InboundMessage<ApplicationTransferred> message) {
            queue(message, message.data().application().imported(), MailKind.GRANT_TRANSFERRED);
        }

        /** The message is about a reminder, the mail about the draft. */
        void ofClosing(InboundMessage<DraftClosingSoon> message) {
            var _ =
                    queueMail.because(
                            message.id(),
                            MailKind.GRANT_CLOSING_SOON,
                            message.data().applicationId());
        }

        /** Who is known from the account in use is warned before another one can be used. */
        void ofBankAccount(InboundMessage<BankAccountChanged> message) {
            BankAccount account = message.data().bankAccount();
            if (account.replaces() && account.status().equals(PROPOSED)) {
                var _ =
                        queueMail.because(
                                message.id(), MailKind.GRANT_ACCOUNT_CHANGING, account.changeId());
            }
        }

        /** Of a report its grantee is told that it is to be completed, and what two found. */
        void ofReport(InboundMessage<UsageReportChanged> message) {
            switch (message.data().report().status()) {
                case "supplementing" -> queue(message, false, MailKind.GRANT_REPORT_SUPPLEMENT);
                case "concluded" -> queue(message, false, MailKind.GRANT_REPORT_CONCLUDED);
                default -> {}
            }
        }

        /** The message is about a reminder, the mail about the application. */
        void ofReportDue(InboundMessage<UsageReportReminded> message) {
            var _ =
                    queueMail.because(
                            message.id(),
                            message.data().overdue()
                                    ? MailKind.GRANT_REPORT_OVERDUE
                                    : MailKind.GRANT_REPORT_DUE,
                            message.data().applicationId());
        }

        /** The message is about a reminder, the mail about the application. */
        void ofLoan(InboundMessage<LoanPartReminded> message) {
            var _ =
                    queueMail.because(
                            message.id(),
                            message.data().overdue()
                                    ? MailKind.GRANT_LOAN_OVERDUE
                                    : MailKind.GRANT_LOAN_DUE,
                            message.data().applicationId());
        }

        /** Whoever is invited is told; that an invitation is over is told to nobody. */
        void ofInvitation(InboundMessage<InvitationChanged> message) {
            if (message.data().invitation().status().equals("open")) {
                queue(message, false, MailKind.ASSOCIATION_INVITATION);
            }
        }

        void ofTerms(InboundMessage<TermsChanged> message) {
            if (message.data().decidedOn() != null) {
                queue(message, false, MailKind.GRANT_CHANGE_RULED);
            }
        }

        /** A grantee is told when a claim is proposed or decided, not of what else happens. */
        void ofRecovery(InboundMessage<RecoveryChanged> message) {
            Integer moved = message.data().moved();
            message.data().recovery().claims().stream()
                    .filter(claim -> moved != null && claim.number() == moved)
                    .findFirst()
                    .ifPresent(claim -> ofClaim(message, claim.status()));
        }

        private void ofClaim(InboundMessage<RecoveryChanged> message, String status) {
            switch (status) {
                case PROPOSED -> queue(message, false, MailKind.GRANT_RECOVERY_PROPOSED);
                case "decided" -> queue(message, false, MailKind.GRANT_RECOVERY_DECIDED);
                default -> {}
            }
        }

        /** A ruling that leaves the decision; what replaces it is told as a decision. */
        void ofRuling(InboundMessage<RedressChanged> message) {
            RedressChanged.Case ruled = message.data().redressCase();
            if (ruled != null
                    && ruled.knownOn() == null
                    && ruled.outcome() != null
                    && LEAVING.contains(ruled.outcome())) {
                queue(message, false, MailKind.GRANT_RULING);
            }
        }

        /** Also of an association that was imported: it is asked now. */
        void ofConfirmation(InboundMessage<ConfirmationAsked> message) {
            queue(message, false, MailKind.ASSOCIATION_CONFIRMATION);
        }

        /** One mail for an invitation, however often it is told of. */
        void ofSurvey(InboundMessage<SurveyInvited> message) {
            String invitation = message.data().invitationId();
            var _ =
                    queueMail.queue(
                            message.id(),
                            MailKind.SURVEY_INVITATION,
                            message.id(),
                            invitation,
                            "survey-invitation:" + invitation);
        }

        private void queue(InboundMessage<?> message, boolean imported, MailKind kind) {
            if (!imported) {
                var _ = queueMail.because(message.id(), kind, message.subject());
            }
        }
    }
}
