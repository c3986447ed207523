package fi.kumppani.registry.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class MunicipalityTests {

    private static final PopulationFigure OLD =
            new PopulationFigure(LocalDate.parse("2022-12-31"), 65_323, "Sotkanet");
    private static final PopulationFigure NEW =
            new PopulationFigure(LocalDate.parse("2024-09-26"), 66_120, "slides");

    @Test
    void countsTheNewestFigureWhicheverCameLast() {
        assertThat(seinajoki().with(NEW).with(OLD).newestPopulation()).contains(NEW);
        assertThat(seinajoki().newestPopulation()).isEmpty();
    }

    @Test
    void correctsWhatASourceSaidOfADay() {
        var corrected = new PopulationFigure(NEW.asOf(), 66_121, NEW.source());
        Municipality municipality = seinajoki().with(NEW).with(corrected);
        assertThat(municipality.populations()).containsExactly(corrected);
    }

    @Test
    void countsWhatBecameKnownLastOfFiguresOfOneDay() {
        var another = new PopulationFigure(NEW.asOf(), 66_000, "another source");
        assertThat(seinajoki().with(NEW).with(another).newestPopulation()).contains(another);
    }

    @Test
    void keepsItsOwnFiguresWhenTheClassificationSpeaks() {
        Municipality described = seinajoki().with(NEW).describedBy(seinajoki().with(OLD));
        assertThat(described.populations()).containsExactly(OLD, NEW);
        assertThat(described.describedBy(seinajoki().with(OLD))).isEqualTo(described);
    }

    @Test
    void takesItsFactsFromTheClassification() {
        Municipality renamed =
                new Municipality(
                        new MunicipalityCode("743"),
                        LocalizedText.finnish("Uusi Seinäjoki"),
                        "15",
                        seinajoki().wellbeingCounty(),
                        List.of(Language.FI, Language.SV),
                        List.of());
        assertThat(seinajoki().with(NEW).describedBy(renamed)).isEqualTo(renamed.with(NEW));
    }

    private static Municipality seinajoki() {
        return new Municipality(
                new MunicipalityCode("743"),
                LocalizedText.finnish("Seinäjoki"),
                "14",
                new Municipality.WellbeingCounty("16", LocalizedText.finnish("E-P")),
                List.of(Language.FI),
                List.of());
    }
}
