package fi.kumppani.registry.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.RegistryTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;

@RegistryTest
class MunicipalitiesIntegrationTests {

    private static final MunicipalityCode ASIKKALA = new MunicipalityCode("016");

    @Autowired private Municipalities municipalities;
    @Autowired private Classification classification;

    @Test
    void tellsOfAnotherDescriptionOnlyWhenAFactIsAnother() {
        var figure = new PopulationFigure(LocalDate.parse("2024-01-01"), 7900, "a yearbook");
        Stored<Municipality> own = change(current().version(), figure);

        Municipality classified =
                classification.municipalitiesWithPopulations().stream()
                        .filter(municipality -> municipality.code().equals(ASIKKALA))
                        .findFirst()
                        .orElseThrow();
        describe(classified, "next");
        assertThat(current().body()).isEqualTo(own.body());
        assertThat(current().sequence()).as("nothing was told").isEqualTo(own.sequence());
        describe(renamed(classified), "next but one");
        assertThat(current().sequence()).isEqualTo(own.sequence() + 1);
        assertThat(current().body().name().fi()).isEqualTo("Uusi Asikkala");
        assertThat(current().body().newestPopulation()).contains(figure);
    }

    private Stored<Municipality> current() {
        return Tenancy.callIn(ASIKKALA, () -> municipalities.current().orElseThrow());
    }

    private Stored<Municipality> change(long version, PopulationFigure figure) {
        return Tenancy.callIn(
                ASIKKALA,
                () ->
                        municipalities
                                .change(version, municipality -> municipality.with(figure))
                                .orElseThrow());
    }

    private void describe(Municipality classified, String edition) {
        Tenancy.runIn(ASIKKALA, () -> municipalities.describe(classified, edition));
    }

    private static Municipality renamed(Municipality classified) {
        return new Municipality(
                classified.code(),
                LocalizedText.finnish("Uusi Asikkala"),
                classified.regionCode(),
                classified.wellbeingCounty(),
                classified.languages(),
                classified.populations());
    }
}
