package fi.kumppani.grants.applicant.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.contracts.registry.Mandate;
import fi.kumppani.contracts.registry.MandateGranted;
import fi.kumppani.contracts.registry.MandateRevoked;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.Mandates;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Optional;

/** What the registry tells, twice, late and out of order, through the real binding. */
@GrantsServiceTest
class RegistryMessagesIntegrationTests {

    @Autowired TestMessages messages;
    @Autowired Applicants applicants;
    @Autowired Mandates mandates;
    @Autowired Api api;

    @Test
    void knowsAnAssociationWhereverItsHomeIs() {
        String id = api.association("cooperative", true);

        Applicant known = applicants.find(new AssociationId(id)).orElseThrow();
        assertThat(known.form()).isEqualTo(AssociationForm.COOPERATIVE);
        assertThat(known.homeMunicipality().value()).isEqualTo("052");
        assertThat(known.name().sv()).isEqualTo("Kortesjärvi byaförening");
    }

    @Test
    void changesNothingWhenDeliveredTwice() {
        String id = api.newId();
        TestMessage first = registered(id, true).sequence(1);
        TestMessage second = changed(id, false).sequence(2);

        publish(first, second, second, first);

        assertThat(find(id)).hasValueSatisfying(known -> assertThat(known.active()).isFalse());
    }

    @Test
    void keepsTheNewestWhenOlderNewsComeAfter() {
        String id = api.newId();

        publish(changed(id, false).sequence(3), verified(id).sequence(2), registered(id, true));

        assertThat(find(id)).hasValueSatisfying(known -> assertThat(known.active()).isFalse());
    }

    @Test
    void countsADissolvedAssociationAsPassive() {
        String id = api.newId();
        var told = Api.told(id, "registered-association", true);
        var dissolved =
                new fi.kumppani.contracts.registry.Association(
                        told.id(),
                        told.name(),
                        null,
                        null,
                        told.form(),
                        told.homeMunicipality(),
                        null,
                        told.themes(),
                        "dissolved",
                        true,
                        false);

        publish(TestMessage.of(new AssociationChanged(dissolved)).about(id).in("052"));

        assertThat(find(id)).hasValueSatisfying(known -> assertThat(known.active()).isFalse());
    }

    @Test
    void knowsMandatesForGrantsOnly() {
        AssociationId association = new AssociationId(api.newId());
        String grants = api.newId();
        String events = api.newId();

        publish(
                granted(grants, association, "anna", "grants"),
                granted(events, association, "bertil", "events"));

        assertThat(mandates.permit("anna", association)).isTrue();
        assertThat(mandates.permit("bertil", association)).isFalse();
        assertThat(mandates.permit("anna", new AssociationId(api.newId()))).isFalse();
    }

    @Test
    void keepsARevocationWhenTheGrantComesAfter() {
        AssociationId association = new AssociationId(api.newId());
        String id = api.newId();
        TestMessage granted = granted(id, association, "anna", "grants");
        TestMessage revoked = revoked(id, association, "anna").sequence(2);

        publish(revoked, granted, granted);

        assertThat(mandates.permit("anna", association)).isFalse();
    }

    @Test
    void keepsTheNewMandateWhenTheOldOnesRevocationComesAfter() {
        AssociationId association = new AssociationId(api.newId());
        String old = "019a5f0e-7c00-7fff-8000-000000000001";
        String next = "019a5f0e-7c01-7000-8000-000000000001";

        publish(
                granted(old, association, "anna", "grants"),
                granted(next, association, "anna", "grants"),
                revoked(old, association, "anna").sequence(2));

        assertThat(mandates.permit("anna", association)).isTrue();
        publish(revoked(next, association, "anna").sequence(2));
        assertThat(mandates.permit("anna", association)).isFalse();
    }

    @Test
    void laysDownWhatItCannotReadAndGoesOn() {
        String id = api.newId();
        int before = messages.deadLetters(Topics.REGISTRY_ASSOCIATION, "registryMessages").size();

        publish(registered(api.newId(), true).body("{no json"), registered(id, true));

        assertThat(find(id)).isPresent();
        assertThat(messages.deadLetters(Topics.REGISTRY_ASSOCIATION, "registryMessages"))
                .hasSize(before + 1);
    }

    private void publish(TestMessage... all) {
        messages.publish(all);
        messages.awaitAllHandled("registryMessages");
    }

    private Optional<Applicant> find(String id) {
        return applicants.find(new AssociationId(id));
    }

    private static TestMessage registered(String id, boolean active) {
        return TestMessage.of(
                        new AssociationRegistered(Api.told(id, "registered-association", active)))
                .about(id)
                .in("052");
    }

    private static TestMessage verified(String id) {
        return TestMessage.of(new AssociationVerified(Api.told(id, "registered-association", true)))
                .about(id)
                .in("052");
    }

    private static TestMessage changed(String id, boolean active) {
        return TestMessage.of(
                        new AssociationChanged(Api.told(id, "registered-association", active)))
                .about(id)
                .in("052");
    }

    private static TestMessage granted(
            String id, AssociationId association, String subject, String module) {
        var mandate = new Mandate(id, association.value(), subject, module, true);
        return TestMessage.of(new MandateGranted(mandate)).about(id).in("052");
    }

    private static TestMessage revoked(String id, AssociationId association, String subject) {
        var mandate = new Mandate(id, association.value(), subject, "grants", false);
        return TestMessage.of(new MandateRevoked(mandate)).about(id).in("052");
    }
}
