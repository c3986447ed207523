package fi.kumppani.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.KumppaniTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

import java.util.List;
import java.util.Map;
import java.util.Set;

@KumppaniTest(properties = "spring.application.name=states-test")
class StatesIntegrationTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    private static final MunicipalityCode EVIJARVI = new MunicipalityCode("052");

    @Autowired AggregateCollection<Job> jobs;

    @Test
    void findsAggregatesByWhereTheyStandInTheirLives() {
        insert(SEINAJOKI, "a", "open");
        insert(EVIJARVI, "b", "open");
        insert(SEINAJOKI, "c", "done");
        insert(SEINAJOKI, "d", "open");
        Tenancy.runIn(
                SEINAJOKI,
                () -> {
                    var _ =
                            jobs.change("d", _ -> Change.to(new Job("done"), List.of(), "changed"))
                                    .orElseThrow();
                    assertThat(jobs.countByState()).isEqualTo(Map.of("open", 1L, "done", 2L));
                    assertThat(jobs.listIn(Set.of("done"), "", 10))
                            .extracting(Stored::id)
                            .containsExactly("c", "d");
                    assertThat(jobs.listIn(Set.of("done"), "c", 10))
                            .extracting(Stored::id)
                            .containsExactly("d");
                });
        assertThat(jobs.locate(Set.of("open"), "", 10))
                .containsExactly(new Located("a", SEINAJOKI), new Located("b", EVIJARVI));
        assertThat(jobs.locate(Set.of("open"), "a", 10))
                .containsExactly(new Located("b", EVIJARVI));
    }

    private void insert(MunicipalityCode municipality, String id, String state) {
        Tenancy.runIn(
                municipality,
                () ->
                        assertThat(jobs.insert(id, null, new Job(state), List.of()))
                                .isInstanceOf(Insertion.Inserted.class));
    }

    /** Something with a life. */
    record Job(String state) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestService {

        @Bean
        AggregateCollection<Job> jobs(AggregateCollections collections) {
            return collections.collection("jobs", Job.class).state(Job::state).open();
        }
    }
}
