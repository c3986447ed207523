package fi.kumppani.contracts;

import fi.kumppani.contracts.events.AttendanceCounted;
import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.contracts.events.MemoChanged;
import fi.kumppani.contracts.events.MemoPublished;
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
import fi.kumppani.contracts.grants.AppealInstructionChanged;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationRevised;
import fi.kumppani.contracts.grants.ApplicationStarted;
import fi.kumppani.contracts.grants.ApplicationSubmitted;
import fi.kumppani.contracts.grants.ApplicationSupplemented;
import fi.kumppani.contracts.grants.ApplicationTransferred;
import fi.kumppani.contracts.grants.ApplicationWithdrawn;
import fi.kumppani.contracts.grants.AwardChanged;
import fi.kumppani.contracts.grants.BankAccountChanged;
import fi.kumppani.contracts.grants.BoardListCarriedOut;
import fi.kumppani.contracts.grants.BoardListPresented;
import fi.kumppani.contracts.grants.BoardListRecorded;
import fi.kumppani.contracts.grants.CallClosed;
import fi.kumppani.contracts.grants.CallPublished;
import fi.kumppani.contracts.grants.CaseChanged;
import fi.kumppani.contracts.grants.DraftClosingSoon;
import fi.kumppani.contracts.grants.FormChanged;
import fi.kumppani.contracts.grants.HandlingChanged;
import fi.kumppani.contracts.grants.LaterDecisionTold;
import fi.kumppani.contracts.grants.LedgerChanged;
import fi.kumppani.contracts.grants.LoanPartReminded;
import fi.kumppani.contracts.grants.NotificationChanged;
import fi.kumppani.contracts.grants.PaymentChanged;
import fi.kumppani.contracts.grants.PowerChanged;
import fi.kumppani.contracts.grants.RecoveryChanged;
import fi.kumppani.contracts.grants.RedressChanged;
import fi.kumppani.contracts.grants.SupplementRequested;
import fi.kumppani.contracts.grants.TermsChanged;
import fi.kumppani.contracts.grants.UsageReportChanged;
import fi.kumppani.contracts.grants.UsageReportReminded;
import fi.kumppani.contracts.newsletter.IssueSent;
import fi.kumppani.contracts.newsletter.MailBounced;
import fi.kumppani.contracts.newsletter.MailFailed;
import fi.kumppani.contracts.newsletter.MailQueued;
import fi.kumppani.contracts.newsletter.MailSent;
import fi.kumppani.contracts.newsletter.MailUncertain;
import fi.kumppani.contracts.newsletter.SubscriptionAsked;
import fi.kumppani.contracts.newsletter.SubscriptionConfirmed;
import fi.kumppani.contracts.newsletter.SubscriptionEnded;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.contracts.registry.ConfirmationAsked;
import fi.kumppani.contracts.registry.InvitationChanged;
import fi.kumppani.contracts.registry.MandateGranted;
import fi.kumppani.contracts.registry.MandateRevoked;
import fi.kumppani.contracts.registry.MembershipChanged;
import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.contracts.registry.NetworkChanged;
import fi.kumppani.contracts.registry.SurveyInvited;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of message types: which wire name stands for which record, on which topic. */
public final class MessageTypes {

    /**
     * One message type.
     *
     * @param name the wire name with its version; outlives class renames
     * @param topic where messages of the type are published
     * @param data the record its JSON data maps to
     */
    public record MessageType(String name, Topic topic, Class<? extends Record> data) {}

    private static final List<MessageType> ALL =
            List.of(
                    type(
                            MunicipalityDescribed.TYPE,
                            Topics.REGISTRY_MUNICIPALITY,
                            MunicipalityDescribed.class),
                    type(
                            AssociationRegistered.TYPE,
                            Topics.REGISTRY_ASSOCIATION,
                            AssociationRegistered.class),
                    type(
                            AssociationVerified.TYPE,
                            Topics.REGISTRY_ASSOCIATION,
                            AssociationVerified.class),
                    type(
                            AssociationChanged.TYPE,
                            Topics.REGISTRY_ASSOCIATION,
                            AssociationChanged.class),
                    type(
                            ConfirmationAsked.TYPE,
                            Topics.REGISTRY_ASSOCIATION,
                            ConfirmationAsked.class),
                    type(MandateGranted.TYPE, Topics.REGISTRY_MANDATE, MandateGranted.class),
                    type(MandateRevoked.TYPE, Topics.REGISTRY_MANDATE, MandateRevoked.class),
                    type(
                            InvitationChanged.TYPE,
                            Topics.REGISTRY_INVITATION,
                            InvitationChanged.class),
                    type(NetworkChanged.TYPE, Topics.REGISTRY_NETWORK, NetworkChanged.class),
                    type(
                            MembershipChanged.TYPE,
                            Topics.REGISTRY_MEMBERSHIP,
                            MembershipChanged.class),
                    type(SurveyInvited.TYPE, Topics.REGISTRY_SURVEY, SurveyInvited.class),
                    type(EventPublished.TYPE, Topics.EVENTS_EVENT, EventPublished.class),
                    type(EventChanged.TYPE, Topics.EVENTS_EVENT, EventChanged.class),
                    type(EventCancelled.TYPE, Topics.EVENTS_EVENT, EventCancelled.class),
                    type(
                            RegistrationConfirmed.TYPE,
                            Topics.EVENTS_REGISTRATION,
                            RegistrationConfirmed.class),
                    type(
                            RegistrationWaitlisted.TYPE,
                            Topics.EVENTS_REGISTRATION,
                            RegistrationWaitlisted.class),
                    type(
                            RegistrationPromoted.TYPE,
                            Topics.EVENTS_REGISTRATION,
                            RegistrationPromoted.class),
                    type(
                            RegistrationRequested.TYPE,
                            Topics.EVENTS_REGISTRATION,
                            RegistrationRequested.class),
                    type(
                            RegistrationOffered.TYPE,
                            Topics.EVENTS_REGISTRATION,
                            RegistrationOffered.class),
                    type(
                            RegistrationChanged.TYPE,
                            Topics.EVENTS_REGISTRATION,
                            RegistrationChanged.class),
                    type(
                            RegistrationTransferred.TYPE,
                            Topics.EVENTS_REGISTRATION,
                            RegistrationTransferred.class),
                    type(
                            RegistrationRepeated.TYPE,
                            Topics.EVENTS_REGISTRATION,
                            RegistrationRepeated.class),
                    type(
                            RegistrationNoticeDue.TYPE,
                            Topics.EVENTS_REGISTRATION,
                            RegistrationNoticeDue.class),
                    type(
                            RegistrationCancelled.TYPE,
                            Topics.EVENTS_REGISTRATION,
                            RegistrationCancelled.class),
                    type(SeriesJoined.TYPE, Topics.EVENTS_SERIES, SeriesJoined.class),
                    type(AttendanceCounted.TYPE, Topics.EVENTS_ATTENDANCE, AttendanceCounted.class),
                    type(MemoPublished.TYPE, Topics.EVENTS_MEMO, MemoPublished.class),
                    type(MemoChanged.TYPE, Topics.EVENTS_MEMO, MemoChanged.class),
                    type(CallPublished.TYPE, Topics.GRANTS_CALL, CallPublished.class),
                    type(CallClosed.TYPE, Topics.GRANTS_CALL, CallClosed.class),
                    type(
                            ApplicationStarted.TYPE,
                            Topics.GRANTS_APPLICATION,
                            ApplicationStarted.class),
                    type(
                            ApplicationSubmitted.TYPE,
                            Topics.GRANTS_APPLICATION,
                            ApplicationSubmitted.class),
                    type(DraftClosingSoon.TYPE, Topics.GRANTS_APPLICATION, DraftClosingSoon.class),
                    type(
                            SupplementRequested.TYPE,
                            Topics.GRANTS_APPLICATION,
                            SupplementRequested.class),
                    type(
                            ApplicationSupplemented.TYPE,
                            Topics.GRANTS_APPLICATION,
                            ApplicationSupplemented.class),
                    type(
                            ApplicationTransferred.TYPE,
                            Topics.GRANTS_APPLICATION,
                            ApplicationTransferred.class),
                    type(
                            ApplicationWithdrawn.TYPE,
                            Topics.GRANTS_APPLICATION,
                            ApplicationWithdrawn.class),
                    type(
                            ApplicationDecided.TYPE,
                            Topics.GRANTS_APPLICATION,
                            ApplicationDecided.class),
                    type(HandlingChanged.TYPE, Topics.GRANTS_HANDLING, HandlingChanged.class),
                    type(
                            ApplicationRevised.TYPE,
                            Topics.GRANTS_APPLICATION,
                            ApplicationRevised.class),
                    type(
                            NotificationChanged.TYPE,
                            Topics.GRANTS_NOTIFICATION,
                            NotificationChanged.class),
                    type(
                            LaterDecisionTold.TYPE,
                            Topics.GRANTS_NOTIFICATION,
                            LaterDecisionTold.class),
                    type(RedressChanged.TYPE, Topics.GRANTS_REDRESS, RedressChanged.class),
                    type(LedgerChanged.TYPE, Topics.GRANTS_LEDGER, LedgerChanged.class),
                    type(AwardChanged.TYPE, Topics.GRANTS_AWARD, AwardChanged.class),
                    type(BankAccountChanged.TYPE, Topics.GRANTS_ACCOUNT, BankAccountChanged.class),
                    type(PaymentChanged.TYPE, Topics.GRANTS_PAYMENT, PaymentChanged.class),
                    type(UsageReportChanged.TYPE, Topics.GRANTS_REPORT, UsageReportChanged.class),
                    type(UsageReportReminded.TYPE, Topics.GRANTS_REPORT, UsageReportReminded.class),
                    type(RecoveryChanged.TYPE, Topics.GRANTS_RECOVERY, RecoveryChanged.class),
                    type(BoardListPresented.TYPE, Topics.GRANTS_BOARD, BoardListPresented.class),
                    type(BoardListRecorded.TYPE, Topics.GRANTS_BOARD, BoardListRecorded.class),
                    type(BoardListCarriedOut.TYPE, Topics.GRANTS_BOARD, BoardListCarriedOut.class),
                    type(CaseChanged.TYPE, Topics.GRANTS_CASE, CaseChanged.class),
                    type(TermsChanged.TYPE, Topics.GRANTS_CHANGE, TermsChanged.class),
                    type(LoanPartReminded.TYPE, Topics.GRANTS_LOAN, LoanPartReminded.class),
                    type(FormChanged.TYPE, Topics.GRANTS_FORM, FormChanged.class),
                    type(PowerChanged.TYPE, Topics.GRANTS_POWER, PowerChanged.class),
                    type(
                            AppealInstructionChanged.TYPE,
                            Topics.GRANTS_APPEAL,
                            AppealInstructionChanged.class),
                    type(
                            SubscriptionAsked.TYPE,
                            Topics.NEWSLETTER_SUBSCRIPTION,
                            SubscriptionAsked.class),
                    type(
                            SubscriptionConfirmed.TYPE,
                            Topics.NEWSLETTER_SUBSCRIPTION,
                            SubscriptionConfirmed.class),
                    type(
                            SubscriptionEnded.TYPE,
                            Topics.NEWSLETTER_SUBSCRIPTION,
                            SubscriptionEnded.class),
                    type(IssueSent.TYPE, Topics.NEWSLETTER_ISSUE, IssueSent.class),
                    type(MailQueued.TYPE, Topics.NEWSLETTER_MAIL, MailQueued.class),
                    type(MailSent.TYPE, Topics.NEWSLETTER_MAIL, MailSent.class),
                    type(MailUncertain.TYPE, Topics.NEWSLETTER_MAIL, MailUncertain.class),
                    type(MailFailed.TYPE, Topics.NEWSLETTER_MAIL, MailFailed.class),
                    type(MailBounced.TYPE, Topics.NEWSLETTER_MAIL, MailBounced.class));

    private static final Map<String, MessageType> BY_NAME =
            ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(MessageType::name, Function.identity()));

    private MessageTypes() {}

    /** Every message type, in the order of the topics. */
    public static List<MessageType> all() {
        return ALL;
    }

    /**
     * The type with this wire name.
     *
     * @throws IllegalArgumentException when the catalogue has no such type
     */
    public static MessageType named(String name) {
        MessageType type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("No message type " + name + " in the catalogue");
        }
        return type;
    }

    private static MessageType type(String name, Topic topic, Class<? extends Record> data) {
        return new MessageType(name, topic, data);
    }
}
