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
import fi.kumppani.contracts.grants.BankAccount;
import fi.kumppani.contracts.grants.BankAccountChanged;
import fi.kumppani.contracts.grants.DraftClosingSoon;
import fi.kumppani.contracts.grants.SupplementRequested;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.QueueMail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;
import java.util.function.Function;

/** The messages that somebody is mailed about; those of imported history mail nobody. */
@Configuration(proxyBeanMethods = false)
class MailCausesConfiguration {

    private static final String PROPOSED = "proposed";

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
                .effect(DraftClosingSoon.TYPE, DraftClosingSoon.class, mails::ofClosing)
                .effect(BankAccountChanged.TYPE, BankAccountChanged.class, mails::ofBankAccount)
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
                    MailKind.ofWireName(message.data().notice()));
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

        private void queue(InboundMessage<?> message, boolean imported, MailKind kind) {
            if (!imported) {
                var _ = queueMail.because(message.id(), kind, message.subject());
            }
        }
    }
}
