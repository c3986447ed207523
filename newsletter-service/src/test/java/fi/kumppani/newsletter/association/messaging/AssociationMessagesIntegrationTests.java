package fi.kumppani.newsletter.association.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;
import fi.kumppani.newsletter.association.AssociationClasses;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;
import java.util.UUID;

@NewsletterServiceTest
class AssociationMessagesIntegrationTests {

    @Autowired TestMessages messages;
    @Autowired AssociationClasses classes;

    private final String id = UUID.randomUUID().toString();

    @Test
    void keepsTheNewestClassWhenDeliveredTwiceAndOutOfOrder() {
        TestMessage registered = message(new AssociationRegistered(association(2)), 1);
        TestMessage verified = message(new AssociationVerified(association(2)), 2);
        TestMessage changed = message(new AssociationChanged(association(3)), 3);

        messages.publish(registered, registered);
        messages.awaitAllHandled("associationMessages");
        assertThat(known("743")).isEqualTo(Map.of(id, 2));

        messages.publish(changed, changed, verified, registered);
        messages.awaitAllHandled("associationMessages");
        assertThat(known("743")).isEqualTo(Map.of(id, 3));
        assertThat(known("179")).as("a public fact").isEqualTo(Map.of(id, 3));
    }

    @Test
    void knowsNoClassOfWhoIsNotClassifiedAnyMoreWhenDeliveredTwice() {
        TestMessage verified = message(new AssociationVerified(association(2)), 2);
        TestMessage changed = message(new AssociationChanged(association(null)), 3);

        messages.publish(verified, changed, changed, verified);
        messages.awaitAllHandled("associationMessages");

        assertThat(known("743")).isEmpty();
    }

    private Map<String, Integer> known(String municipality) {
        return Tenancy.callIn(
                new MunicipalityCode(municipality), () -> classes.of(List.of(id, "nobody")));
    }

    private TestMessage message(Record data, long sequence) {
        return TestMessage.of(data).about(id).in(Api.SEINAJOKI).sequence(sequence);
    }

    private Association association(@Nullable Integer purposeClass) {
        return new Association(
                id,
                new LocalizedTexts("Seura", null, null),
                null,
                null,
                "registered-association",
                Api.SEINAJOKI,
                purposeClass,
                List.of(),
                "verified",
                true,
                false);
    }
}
