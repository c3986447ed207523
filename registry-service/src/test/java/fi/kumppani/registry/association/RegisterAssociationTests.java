package fi.kumppani.registry.association;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.association.RegisterAssociation.Registration;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class RegisterAssociationTests {

    private final AssociationFixtures registry = new AssociationFixtures();

    @Test
    void registersAnAssociationThatNobodyHasVerified() {
        Association registered = registry.registered(AssociationFixtures.facts("Kylät ry"));
        assertThat(registered).isInstanceOf(Association.Unverified.class);
        assertThat(registered.origin())
                .isEqualTo(
                        new Origin(
                                "association-1",
                                AssociationFixtures.SEINAJOKI,
                                Instant.parse("2026-11-21T10:00:00.123Z"),
                                false));
        assertThat(registry.associations.told).containsExactly(new News.Registered(registered));
    }

    @Test
    void givesTheSameAssociationForTheSameRequest() {
        Facts facts = AssociationFixtures.facts("Kylät ry");
        assertThat(registry.register(facts, new Creation("key", "hash")))
                .isEqualTo(registry.register(facts, new Creation("key", "hash")));
        assertThat(registry.associations.told).hasSize(1);
    }

    @Test
    void refusesAKeyThatMadeAnother() {
        var _ = registry.register(AssociationFixtures.facts("A ry"), new Creation("key", "hash"));
        assertThat(
                        registry.register(
                                AssociationFixtures.facts("B ry"), new Creation("key", "other")))
                .isEqualTo(new Registration.KeyReused());
    }

    @Test
    void refusesABusinessIdThatAnotherHas() {
        var _ = registry.registered(AssociationFixtures.facts("A ry", "1790235-0"));
        assertThat(
                        registry.register(
                                AssociationFixtures.facts("B ry", "1790235-0"),
                                new Creation("key", "hash")))
                .isEqualTo(new Registration.Refused(Refusal.BUSINESS_ID_TAKEN));
    }

    @Test
    void refusesAMunicipalityThatDoesNotExist() {
        Registration registration =
                Tenancy.callIn(
                        new MunicipalityCode("999"),
                        () ->
                                registry.registerAssociation.register(
                                        AssociationFixtures.facts("A ry"),
                                        new Creation("key", "hash")));
        assertThat(registration).isEqualTo(new Registration.UnknownMunicipality());
        assertThat(registry.associations.told).isEmpty();
    }
}
