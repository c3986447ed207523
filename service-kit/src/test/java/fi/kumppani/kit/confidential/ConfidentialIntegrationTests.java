package fi.kumppani.kit.confidential;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.KumppaniTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.util.List;
import java.util.Map;
import java.util.Objects;

@KumppaniTest(properties = "spring.application.name=confidential-test")
class ConfidentialIntegrationTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");

    @Autowired AggregateCollection<Letter> letters;
    @Autowired MongoDatabaseFactory database;

    @Test
    void keepsNoConfidentialTextInTheClear() {
        var letter =
                new Letter(
                        "sent",
                        new Confidential("varapuheenjohtaja@example.org"),
                        Map.of("diet", List.of(new Confidential("gluteeniton"))));
        Tenancy.runIn(
                SEINAJOKI,
                () -> {
                    var _ = letters.insert("one", null, letter, List.of());
                    assertThat(letters.find("one").orElseThrow().body()).isEqualTo(letter);
                });
        String kept =
                Objects.requireNonNull(
                                database.getMongoDatabase()
                                        .getCollection("confidentialLetters")
                                        .find()
                                        .first())
                        .toJson();
        assertThat(kept).contains("sent").doesNotContain("example.org", "gluteeniton");
    }

    /** Something with a recipient. */
    record Letter(String state, Confidential to, Map<String, List<Confidential>> answers) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestService {

        @Bean
        AggregateCollection<Letter> letters(AggregateCollections collections) {
            return collections.collection("confidentialLetters", Letter.class).open();
        }
    }
}
