package fi.kumppani.registry.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.registry.mandate.RevokeMandate.Revocation;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

class RevokeMandateTests {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Actor MAIN_USER = new Actor("main", Capacity.MAIN_USER);
    private static final Actor COORDINATOR = new Actor("official", Capacity.COORDINATOR);

    private final InMemoryMandates mandates = new InMemoryMandates();
    private final RevokeMandate revokeMandate =
            new RevokeMandate(mandates, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void keepsTheLastMainUserFromLeavingTheAssociationWithoutOne() {
        Mandate own = given("m1", "main", MandateModule.ADMINISTRATION);
        given("m2", "main", MandateModule.GRANTS);

        assertThat(revokeMandate.revoke(own, 1, MAIN_USER))
                .isEqualTo(new Revocation.LastMainUser());
        assertThat(mandates.find("m1").map(Stored::body)).contains(own);

        given("m3", "other", MandateModule.ADMINISTRATION);
        assertThat(revokeMandate.revoke(own, 1, MAIN_USER)).isInstanceOf(Revocation.Done.class);
    }

    @Test
    void letsACoordinatorTakeEvenTheLastOneAway() {
        Mandate last = given("m1", "main", MandateModule.ADMINISTRATION);

        assertThat(revokeMandate.revoke(last, 1, COORDINATOR))
                .isEqualTo(
                        new Revocation.Done(
                                mandates.find("m1")
                                        .orElseThrow()
                                        .with(last.revoked(new Mark(NOW, COORDINATOR)))));
    }

    @Test
    void letsAMainUserTakeAwayTheirLastRightOfAnotherKind() {
        Mandate grants = given("m1", "main", MandateModule.GRANTS);

        assertThat(revokeMandate.revoke(grants, 1, MAIN_USER)).isInstanceOf(Revocation.Done.class);
    }

    private Mandate given(String id, String subject, MandateModule module) {
        Mandate mandate = Mandate.granted(id, "a1", subject, module, new Mark(NOW, COORDINATOR));
        mandates.add(mandate, new Creation(id, ""));
        return mandate;
    }
}
