package fi.kumppani.kit.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;

class PortalLinksTests {

    private final PortalLinks links = new PortalLinks(URI.create("https://portal.example.org"));

    @Test
    void leadsIntoThePartOfTheMunicipality() {
        Tenancy.runIn(
                new MunicipalityCode("743"),
                () -> {
                    assertThat(links.signed("applications", "a1", "t-_0"))
                            .isEqualTo(
                                    "https://portal.example.org/m/743/applications/a1?token=t-_0");
                    assertThat(links.signed(List.of("registrations", "e1", "81"), "t"))
                            .isEqualTo(
                                    "https://portal.example.org/m/743/registrations/e1/81?token=t");
                });
    }

    @Test
    void letsNoIdBecomeAPath() {
        Tenancy.runIn(
                new MunicipalityCode("743"),
                () ->
                        assertThat(links.signed(List.of("a", "../b?c#d"), "t&x=1"))
                                .isEqualTo(
                                        "https://portal.example.org/m/743/a/..%2Fb%3Fc%23d"
                                                + "?token=t%26x%3D1"));
    }
}
