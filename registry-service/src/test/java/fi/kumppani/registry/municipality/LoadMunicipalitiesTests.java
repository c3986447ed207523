package fi.kumppani.registry.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class LoadMunicipalitiesTests {

    private final Described described = new Described();

    @Test
    void describesEveryMunicipalityOnce() {
        load("one");
        load("one");
        assertThat(described.order).containsExactly("052", "743");
    }

    @Test
    void describesThemAgainWhenTheEditionIsAnother() {
        load("one");
        load("two");
        assertThat(described.order).containsExactly("052", "743", "052", "743");
    }

    @Test
    void finishesWhatACrashLeft() {
        Tenancy.runIn(new MunicipalityCode("052"), () -> described.note("one"));
        load("one");
        assertThat(described.order).containsExactly("052", "743");
    }

    private void load(String edition) {
        new LoadMunicipalities(new Two(edition), described).load();
    }

    /** A classification of two municipalities. */
    private record Two(String edition) implements Classification {

        @Override
        public List<Municipality> municipalities() {
            return Stream.of("052", "743")
                    .map(
                            code ->
                                    new Municipality(
                                            new MunicipalityCode(code),
                                            LocalizedText.finnish(code),
                                            "14",
                                            new Municipality.WellbeingCounty(
                                                    "16", LocalizedText.finnish("E-P")),
                                            List.of(),
                                            List.of()))
                    .toList();
        }

        @Override
        public List<Municipality> municipalitiesWithPopulations() {
            return municipalities();
        }

        @Override
        public Optional<Municipality> municipality(MunicipalityCode code) {
            return municipalities().stream().filter(m -> m.code().equals(code)).findFirst();
        }

        @Override
        public List<Region> regions() {
            return List.of();
        }

        @Override
        public Optional<Region> region(String code) {
            return Optional.empty();
        }
    }

    /** Notes which municipalities were described, and as of which edition. */
    private static final class Described implements Municipalities {

        final List<String> order = new ArrayList<>();
        private final Map<MunicipalityCode, String> editions = new HashMap<>();

        @Override
        public Optional<String> edition() {
            return Optional.ofNullable(editions.get(Tenancy.current()));
        }

        @Override
        public void describe(Municipality classified, String edition) {
            assertThat(Tenancy.current()).isEqualTo(classified.code());
            order.add(classified.code().value());
            note(edition);
        }

        void note(String edition) {
            editions.put(Tenancy.current(), edition);
        }

        @Override
        public Optional<Stored<Municipality>> current() {
            return Optional.empty();
        }

        @Override
        public Optional<Stored<Municipality>> change(
                long version, UnaryOperator<Municipality> change) {
            return Optional.empty();
        }
    }
}
