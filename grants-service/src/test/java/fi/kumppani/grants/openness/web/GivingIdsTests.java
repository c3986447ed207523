package fi.kumppani.grants.openness.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.openness.OpenApplicant;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Map;

class GivingIdsTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("743");
    private static final AssociationId VILLAGE = new AssociationId("a1");
    private static final ApplicationId GRANT = new ApplicationId("g1");

    private final GivingIds ids =
            new GivingIds(new GivingSettings("360G-example", Map.of("743", "1234567-1")));

    @Test
    void goesByTheRegisterThatKnowsAnOrganisation() {
        assertThat(ids.recipient(GRANT, named("2345678-9"))).isEqualTo("FI-PRO-2345678-9");
        assertThat(ids.funder(HERE)).isEqualTo("FI-PRO-1234567-1");
    }

    @Test
    void goesByTheGrantWhereNobodyIsNamed() {
        var group = new OpenApplicant(null, LocalizedText.finnish("Rekisteröimätön ryhmä"), null);

        assertThat(ids.recipient(GRANT, group)).isEqualTo("360G-example-of-g1");
    }

    @Test
    void goesByThePublisherWhereNoRegisterIsKnown() {
        assertThat(ids.recipient(GRANT, named(null))).isEqualTo("360G-example-association-a1");
        assertThat(ids.funder(new MunicipalityCode("052")))
                .isEqualTo("360G-example-municipality-052");
        assertThat(ids.grant(HERE, GRANT)).isEqualTo("360G-example-743-g1");
    }

    private static OpenApplicant named(@Nullable String businessId) {
        return new OpenApplicant(VILLAGE, LocalizedText.finnish("Kyläyhdistys"), businessId);
    }
}
