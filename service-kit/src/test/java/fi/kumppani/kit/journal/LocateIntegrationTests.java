package fi.kumppani.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.KumppaniTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

import java.time.Instant;

/** Parents are found by what a job looks for, in every municipality. */
@KumppaniTest(properties = "spring.application.name=journal-locate-test")
class LocateIntegrationTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    private static final MunicipalityCode EVIJARVI = new MunicipalityCode("052");

    @Autowired Journal<Till> tills;

    @Test
    void locatesParentsOfAllMunicipalitiesByAFieldOfTheirBody() {
        insert(SEINAJOKI, "a", true);
        insert(EVIJARVI, "b", true);
        insert(SEINAJOKI, "c", false);
        insert(SEINAJOKI, "d", true);

        assertThat(tills.locate("open", true, "", 2))
                .containsExactly(new Located("a", SEINAJOKI), new Located("b", EVIJARVI));
        assertThat(tills.locate("open", true, "b", 2)).containsExactly(new Located("d", SEINAJOKI));
    }

    @Test
    void locatesParentsWhoseMomentHasCome() {
        Instant noon = Instant.parse("2026-06-01T09:00:00Z");
        insert(SEINAJOKI, "m1", new Till(false, noon.minusMillis(1)));
        insert(EVIJARVI, "m2", new Till(false, noon));
        insert(SEINAJOKI, "m3", new Till(false, noon.plusMillis(1)));
        insert(SEINAJOKI, "m4", new Till(false, null));

        assertThat(tills.locateUpTo("closesAt", noon, "", 10))
                .containsExactly(new Located("m1", SEINAJOKI), new Located("m2", EVIJARVI));
        assertThat(tills.locateUpTo("closesAt", noon, "m1", 10))
                .containsExactly(new Located("m2", EVIJARVI));
    }

    private void insert(MunicipalityCode municipality, String id, boolean open) {
        insert(municipality, id, new Till(open, null));
    }

    private void insert(MunicipalityCode municipality, String id, Till till) {
        Tenancy.runIn(
                municipality,
                () ->
                        assertThat(tills.insert(id, null, till, new Opened(id)))
                                .isInstanceOf(Insertion.Inserted.class));
    }

    /** Something that is open or not, and perhaps closes. */
    record Till(boolean open, @Nullable Instant closesAt) {}

    /** The first line. */
    record Opened(String till) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestService {

        @Bean
        Journal<Till> tills(Journals journals) {
            return journals.open("tills", Till.class);
        }
    }
}
