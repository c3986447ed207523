package fi.kumppani.events.registration;

import fi.kumppani.events.admission.Admitted;
import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.admission.Workshops;
import fi.kumppani.events.seating.PartyRule;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** Rules of an event, written down one by one. */
final class Rules {

    private final RegistrationRules base;
    private int largestParty;
    private PartyRule partyRule;
    private @Nullable Instant opensAt;
    private Admitted admitted;
    private @Nullable Integer seatsPerAssociation;
    private @Nullable Duration acceptWithin;
    private Duration cutOff = Duration.ZERO;
    private @Nullable Duration holdFor;
    private @Nullable Duration confirmAddressWithin;
    private boolean approval;
    private Form form = Form.NONE;
    private Workshops workshops = Workshops.NONE;

    Rules(RegistrationRules base) {
        this.base = base;
        this.largestParty = base.largestParty();
        this.partyRule = base.partyRule();
        this.admitted = base.admitted();
    }

    Rules offering(Duration within) {
        acceptWithin = within;
        return this;
    }

    Rules cuttingOff(Duration before) {
        cutOff = before;
        return this;
    }

    Rules holding(Duration time) {
        holdFor = time;
        return this;
    }

    Rules parties(int largest) {
        largestParty = largest;
        return this;
    }

    Rules treating(PartyRule rule) {
        partyRule = rule;
        return this;
    }

    Rules confirming(Duration within) {
        confirmAddressWithin = within;
        return this;
    }

    Rules approving() {
        approval = true;
        return this;
    }

    Rules admitting(Admitted who) {
        admitted = who;
        return this;
    }

    Rules perAssociation(int seats) {
        seatsPerAssociation = seats;
        return this;
    }

    Rules opening(Instant at) {
        opensAt = at;
        return this;
    }

    Rules asking(Form asked) {
        form = asked;
        return this;
    }

    Rules in(Workshops groups) {
        workshops = groups;
        return this;
    }

    RegistrationRules build() {
        return new RegistrationRules(
                base.capacity(),
                base.quotas(),
                base.mostWaiting(),
                partyRule,
                largestParty,
                opensAt,
                admitted,
                base.invited(),
                seatsPerAssociation,
                acceptWithin,
                cutOff,
                holdFor,
                confirmAddressWithin,
                approval,
                false,
                form,
                workshops,
                base.remindBefore());
    }
}
