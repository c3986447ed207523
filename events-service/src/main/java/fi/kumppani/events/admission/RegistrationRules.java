package fi.kumppani.events.admission;

import fi.kumppani.events.seating.PartyRule;
import fi.kumppani.events.seating.Quota;
import fi.kumppani.events.seating.SeatRules;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules by which people register for an event.
 *
 * @param capacity seats, 1 to {@value SeatRules#MOST_SEATS}
 * @param quotas parts of the seats
 * @param mostWaiting how many parties may wait, 0 to {@value SeatRules#MOST_WAITING}
 * @param partyRule what becomes of parties that do not fit
 * @param largestParty how many may come under one number, 1 to {@value #LARGEST_PARTY}
 * @param opensAt when registration opens; null for as soon as the event is published
 * @param admitted who may register
 * @param invited ids of the associations invited, when only these may
 * @param seatsPerAssociation how many seats one association may have; null for any number
 * @param acceptWithin how long somebody may take to accept a seat they waited for, from when the
 *     mail about it was sent; null when they get it without being asked
 * @param cutOff how long before the start seats are no longer passed on
 * @param holdFor how long seats are held while the form is filled in; null for not at all
 * @param confirmAddressWithin how long somebody may take to confirm their address; null when they
 *     need not
 * @param approval whether a coordinator approves each registration
 * @param answerByMailOnly whether the answer says nothing and everything is told by mail
 * @param form what is asked
 * @param workshops the groups
 * @param remindBefore how long before the start those who come are reminded; null for not at all
 */
public record RegistrationRules(
        int capacity,
        List<QuotaRule> quotas,
        int mostWaiting,
        PartyRule partyRule,
        int largestParty,
        @Nullable Instant opensAt,
        Admitted admitted,
        Set<String> invited,
        @Nullable Integer seatsPerAssociation,
        @Nullable Duration acceptWithin,
        Duration cutOff,
        @Nullable Duration holdFor,
        @Nullable Duration confirmAddressWithin,
        boolean approval,
        boolean answerByMailOnly,
        Form form,
        Workshops workshops,
        @Nullable Duration remindBefore) {

    /** The most who may come under one number. */
    public static final int LARGEST_PARTY = 50;

    /** When those who come are reminded, where nothing else is said. */
    public static final Duration A_DAY_BEFORE = Duration.ofDays(1);

    /** Copies the collections. */
    public RegistrationRules {
        quotas = List.copyOf(quotas);
        invited = Set.copyOf(invited);
    }

    /** Everybody may register, one by one, and nothing is asked. */
    public static RegistrationRules seats(int capacity) {
        return new RegistrationRules(
                capacity,
                List.of(),
                SeatRules.MOST_WAITING,
                PartyRule.TOGETHER_IN_ORDER,
                1,
                null,
                Admitted.ANYONE,
                Set.of(),
                null,
                null,
                Duration.ZERO,
                null,
                null,
                false,
                false,
                Form.NONE,
                Workshops.NONE,
                A_DAY_BEFORE);
    }

    /** How seats are given out by these rules. */
    public SeatRules seats() {
        return new SeatRules(
                capacity,
                quotas.stream().map(quota -> new Quota(quota.id(), quota.seats())).toList(),
                mostWaiting,
                partyRule);
    }

    /** The same, asking what this form asks. */
    public RegistrationRules asking(Form next) {
        return new RegistrationRules(
                capacity,
                quotas,
                mostWaiting,
                partyRule,
                largestParty,
                opensAt,
                admitted,
                invited,
                seatsPerAssociation,
                acceptWithin,
                cutOff,
                holdFor,
                confirmAddressWithin,
                approval,
                answerByMailOnly,
                next,
                workshops,
                remindBefore);
    }

    /** How long a seat somebody waited for is offered; empty when it is theirs without asking. */
    public Optional<Duration> offer() {
        return Optional.ofNullable(acceptWithin);
    }

    /** Whether the event must ask for more than who comes and for which association. */
    public boolean askForMore() {
        return !quotas.isEmpty()
                || admitted == Admitted.INVITED
                || !(workshops.groups().isEmpty() || workshops.byClass())
                || !form.check(Map.of()).isEmpty();
    }

    /** Whether registration has opened. */
    public boolean isOpen(Instant now) {
        return opensAt == null || !now.isBefore(opensAt);
    }

    /** When those who come to something that starts then are reminded; empty for not at all. */
    public Optional<Instant> remindsAt(Instant startsAt) {
        return Optional.ofNullable(remindBefore).map(startsAt::minus);
    }

    /** The last moment at which seats are passed on to those who wait. */
    public Instant passesSeatsUntil(Instant startsAt) {
        return startsAt.minus(cutOff);
    }
}
