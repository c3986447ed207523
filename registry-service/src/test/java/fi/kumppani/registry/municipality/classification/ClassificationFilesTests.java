package fi.kumppani.registry.municipality.classification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.municipality.Municipality;
import fi.kumppani.registry.municipality.PopulationFigure;
import fi.kumppani.registry.municipality.Region;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Optional;

class ClassificationFilesTests {

    private final ClassificationFiles files = new ClassificationFiles();

    @Test
    void knowsAllMunicipalitiesOfFinland() {
        assertThat(files.municipalitiesWithPopulations())
                .hasSize(308)
                .isSortedAccordingTo((a, b) -> a.code().value().compareTo(b.code().value()))
                .allSatisfy(
                        municipality -> {
                            assertThat(municipality.populations()).hasSize(23);
                            assertThat(files.region(municipality.regionCode())).isPresent();
                        });
    }

    @Test
    void knowsWhatIsToBeKnownOfAMunicipality() {
        Municipality evijarvi =
                files.municipalitiesWithPopulations().stream()
                        .filter(m -> m.code().value().equals("052"))
                        .findFirst()
                        .orElseThrow();
        assertThat(evijarvi.name())
                .isEqualTo(new LocalizedText("Evijärvi", "Evijärvi", "Evijärvi"));
        assertThat(evijarvi.regionCode()).isEqualTo("14");
        assertThat(evijarvi.wellbeingCounty().code()).isEqualTo("16");
        assertThat(evijarvi.newestPopulation())
                .contains(
                        new PopulationFigure(
                                LocalDate.parse("2022-12-31"),
                                2346,
                                "THL Sotkanet / Tilastokeskus"));
    }

    @Test
    void putsTheLanguageOfTheMajorityFirst() {
        assertThat(languages("743")).containsExactly(Language.FI);
        assertThat(languages("091")).containsExactly(Language.FI, Language.SV);
        assertThat(languages("478")).containsExactly(Language.SV);
        assertThat(languages("599")).containsExactly(Language.SV, Language.FI);
    }

    @Test
    void knowsAllRegionsAndTheirMunicipalities() {
        assertThat(files.regions()).hasSize(19);
        assertThat(files.regions().stream().mapToInt(r -> r.municipalities().size()).sum())
                .isEqualTo(308);
        Optional<Region> southOstrobothnia = files.region("14");
        assertThat(southOstrobothnia.orElseThrow().municipalities())
                .hasSize(18)
                .contains(new MunicipalityCode("743"), new MunicipalityCode("052"));
        assertThat(files.region("99")).isEmpty();
        assertThat(files.municipality(new MunicipalityCode("999"))).isEmpty();
    }

    private Iterable<Language> languages(String code) {
        return files.municipality(new MunicipalityCode(code)).orElseThrow().languages();
    }
}
