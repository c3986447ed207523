package fi.kumppani.registry.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.registry.invitation.Invitation.Standing;
import fi.kumppani.registry.mandate.Actor;
import fi.kumppani.registry.mandate.Capacity;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mark;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class InvitationMovesTests {

    private static final Instant MADE = Instant.parse("2026-11-23T08:00:00Z");
    private static final Mark MARK = new Mark(MADE, new Actor("official", Capacity.COORDINATOR));
    private static final Invitation.Open OPEN =
            new Invitation.Open(
                    new Offer(
                            "i1",
                            "a1",
                            List.of(
                                    MandateModule.GRANTS,
                                    MandateModule.REGISTRY,
                                    MandateModule.GRANTS),
                            MARK),
                    new Invitee(new EmailAddress("maija.m@example.org"), Language.FI));

    @Test
    void isOpenForFourteenDays() {
        Instant end = Instant.parse("2026-12-07T08:00:00Z");
        assertThat(OPEN.offer().expiresAt()).isEqualTo(end);
        assertThat(OPEN.standing(end.minusMillis(1))).isEqualTo(Standing.OPEN);
        assertThat(OPEN.standing(end)).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void standsAsWhatBecameOfItWhateverTheTime() {
        Instant later = MADE.plus(Offer.LIFE).plus(Offer.LIFE);
        assertThat(OPEN.take("s").standing(later)).isEqualTo(Standing.ACCEPTED);
        assertThat(OPEN.take("s").complete().standing(later)).isEqualTo(Standing.ACCEPTED);
        assertThat(OPEN.withdraw().standing(later)).isEqualTo(Standing.WITHDRAWN);
        assertThat(OPEN.expire().standing(MADE)).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void offersEachModuleOnceAndAtLeastOne() {
        assertThat(OPEN.offer().modules())
                .containsExactly(MandateModule.REGISTRY, MandateModule.GRANTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Offer("i1", "a1", List.of(), MARK));
    }

    @Test
    void showsOfAnAddressItsFirstLetterAndDomain() {
        assertThat(OPEN.invitee().masked()).isEqualTo("m…@example.org");
        assertThat(OPEN).asString().doesNotContain("maija");
    }
}
