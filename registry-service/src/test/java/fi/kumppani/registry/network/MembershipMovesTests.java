package fi.kumppani.registry.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Optional;

class MembershipMovesTests {

    private static final MembershipId ID = new MembershipId("network", "association");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate EARLIER = LocalDate.parse("2019-03-01");
    private static final Membership ASKED = new Membership.Asked(ID, EARLIER);
    private static final Membership MEMBER = new Membership.Member(ID, EARLIER);
    private static final Membership LEFT =
            new Membership.Ended(ID, Optional.of(EARLIER), LocalDate.parse("2024-05-31"));

    @Test
    void isAskedForByWhoHasNoneOrHasItNoMore() {
        var asked = new Step.Take<Membership>(new Membership.Asked(ID, TODAY));
        assertThat(Membership.ask(ID, Optional.empty(), TODAY)).isEqualTo(asked);
        assertThat(Membership.ask(ID, Optional.of(LEFT), TODAY)).isEqualTo(asked);
        assertThat(Membership.ask(ID, Optional.of(ASKED), TODAY)).isEqualTo(new Step.Stay<>());
        assertThat(Membership.ask(ID, Optional.of(MEMBER), TODAY))
                .isEqualTo(new Step.Refuse<>(Refusal.ALREADY_MEMBER));
    }

    @Test
    void beginsTodayUnlessAnotherDayIsGiven() {
        var fromToday = new Step.Take<Membership>(new Membership.Member(ID, TODAY));
        assertThat(admit(Optional.empty(), Optional.empty())).isEqualTo(fromToday);
        assertThat(admit(Optional.of(ASKED), Optional.empty())).isEqualTo(fromToday);
        assertThat(admit(Optional.of(LEFT), Optional.empty())).isEqualTo(fromToday);
        assertThat(admit(Optional.empty(), Optional.of(EARLIER)))
                .isEqualTo(new Step.Take<>(MEMBER));
    }

    @Test
    void keepsTheFirstDayUntilItIsCorrected() {
        assertThat(admit(Optional.of(MEMBER), Optional.empty())).isEqualTo(new Step.Stay<>());
        assertThat(admit(Optional.of(MEMBER), Optional.of(EARLIER))).isEqualTo(new Step.Stay<>());
        assertThat(admit(Optional.of(MEMBER), Optional.of(TODAY)))
                .isEqualTo(new Step.Take<>(new Membership.Member(ID, TODAY)));
    }

    @Test
    void remembersFromWhenToWhenItWas() {
        assertThat(MEMBER.end(TODAY))
                .isEqualTo(new Step.Take<>(new Membership.Ended(ID, Optional.of(EARLIER), TODAY)));
        assertThat(ASKED.end(TODAY))
                .isEqualTo(new Step.Take<>(new Membership.Ended(ID, Optional.empty(), TODAY)));
        assertThat(LEFT.end(TODAY)).isEqualTo(new Step.Stay<>());
    }

    private static Step<Membership> admit(Optional<Membership> before, Optional<LocalDate> since) {
        return Membership.admit(ID, before, since, TODAY);
    }
}
