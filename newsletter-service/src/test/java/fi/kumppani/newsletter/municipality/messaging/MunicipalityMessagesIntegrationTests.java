package fi.kumppani.newsletter.municipality.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.registry.Municipality;
import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.KumppaniTest;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.municipality.MunicipalityNames;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

@KumppaniTest(
        properties = "kumppani.newsletter.address-key=YWRkcmVzcy1rZXktb2YtdGhlLXRlc3RzLW9ubHkhISE=")
class MunicipalityMessagesIntegrationTests {

    @Autowired TestMessages messages;
    @Autowired MunicipalityNames names;

    @Test
    void keepsTheNameWhenDeliveredTwice() {
        TestMessage described = described("743", "Seinäjoki", 1);

        messages.publish(described, described);
        messages.awaitAllHandled("municipalityMessages");

        assertThat(nameOf("743")).isEqualTo("Seinäjoki");
    }

    @Test
    void keepsTheNewerNameWhenAnOlderOneComesAfterIt() {
        messages.publish(described("052", "Uusi nimi", 2), described("052", "Vanha nimi", 1));
        messages.awaitAllHandled("municipalityMessages");

        assertThat(nameOf("052")).isEqualTo("Uusi nimi");
    }

    private String nameOf(String code) {
        return Tenancy.callIn(
                new MunicipalityCode(code),
                () -> names.current().map(LocalizedText::fi).orElse("nobody knows"));
    }

    private static TestMessage described(String code, String name, long sequence) {
        return TestMessage.of(
                        new MunicipalityDescribed(
                                new Municipality(
                                        code,
                                        new LocalizedTexts(name, null, null),
                                        "14",
                                        "16",
                                        List.of("fi"),
                                        List.of())))
                .about(code)
                .in(code)
                .sequence(sequence);
    }
}
