package fi.kumppani.events.feed.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.registry.Municipality;
import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.feed.Regions;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

@EventsServiceTest
class MunicipalitiesIntegrationTests {

    @Autowired Regions regions;
    @Autowired TestMessages messages;

    @Test
    void keepsTheLatestOfAMunicipalityWhenDeliveredTwice() {
        TestMessage older = described("14", 1);
        TestMessage newer = described("15", 2);

        messages.publish(newer, older, older);
        messages.awaitAllHandled("municipalities");

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(regions.places().get(new MunicipalityCode("998")))
                                        .isNotNull()
                                        .extracting(Regions.Place::region)
                                        .isEqualTo("15"));
        assertThat(messages.deadLetters(Topics.REGISTRY_MUNICIPALITY, "municipalities")).isEmpty();
    }

    private static TestMessage described(String region, long sequence) {
        return TestMessage.of(
                        new MunicipalityDescribed(
                                new Municipality(
                                        "998",
                                        new LocalizedTexts("Mallila", null, null),
                                        region,
                                        "14",
                                        List.of("fi"),
                                        List.of())))
                .about("998")
                .in("998")
                .sequence(sequence);
    }
}
