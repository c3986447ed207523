package fi.kumppani.registry.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Money;
import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@RegistryTest
class ReportApiIntegrationTests {

    private static final String SLIDES = "Seinäjoki and Evijärvi slides, 26.9.2024";

    @Autowired private TestMessages messages;
    @Autowired private Caller caller;

    /** The numbers are those of the slides; the grants add up to 986 400 € and 65 200 €. */
    @Test
    void tellsTheFiguresOfTheSourcesFromWhatWentThroughTheTopics() {
        recordInhabitants("743", 66_120);
        recordInhabitants("052", 2_292);
        String anAssociation = importAssociations("743", 1122);
        var _ = importAssociations("052", 80);
        decide("743", 120, "8220.00");
        decide("052", 163, "400.00");

        awaitAssociations("743", 1122);
        expect("743", 66_120, 1122, "16.97", "986400.00", "14.92");
        awaitAssociations("052", 80);
        expect("052", 2_292, 80, "34.90", "65200.00", "28.45");

        JsonNode inhabitants = figures("/v1/municipalities/743").get("inhabitants");
        assertThat(inhabitants.get("asOf").asString()).isEqualTo("2024-09-26");
        assertThat(inhabitants.at("/sources/0").asString()).isEqualTo(SLIDES);
        assertThat(inhabitants.get("definition").asString()).isEqualTo("inhabitants.newest");

        String path = "/v1/municipalities/743/associations/" + anAssociation;
        assertThat(
                        caller.put(
                                        path + "/dissolution",
                                        Caller.coordinator("743"),
                                        null,
                                        caller.get(path).eTag())
                                .status())
                .isEqualTo(200);
        decide("743", 1, "0.00", 3);
        awaitAssociations("743", 1121);
        expect("743", 66_120, 1121, "16.95", "978180.00", "14.79");

        JsonNode region = figures("/v1/regions/14");
        assertThat(region.at("/activeAssociations/value").longValue())
                .isGreaterThanOrEqualTo(1121 + 80);
        assertThat(region.at("/grantsGranted/value").asString()).isEqualTo("1043380.00");
        assertThat(region.at("/inhabitants/value").longValue()).isGreaterThan(190_000);
        assertThat(region.at("/inhabitants/asOf").asString()).isEqualTo("2022-12-31");
    }

    @Test
    void tellsOfThisYearUnlessAskedForAnother() {
        Answer report = caller.get("/v1/municipalities/149/report");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().get("year").intValue()).isGreaterThanOrEqualTo(2026);
        assertThat(report.text("/municipality/name/sv")).isEqualTo("Ingå");
        assertThat(report.body().at("/figures/grantsGranted/unit").asString()).isEqualTo("EUR");
        assertThat(report.body().at("/figures/events/value").longValue()).isZero();
    }

    @Test
    void tellsTheSameAsATable() {
        ResponseEntity<String> table = caller.text("/v1/municipalities/149/report.csv?year=2023");
        assertThat(table.getHeaders().getContentDisposition().getFilename())
                .isEqualTo("raportti-149-2023.csv");
        assertThat(String.valueOf(table.getBody()).lines())
                .hasSize(9)
                .contains(
                        "\ufeffcode,name,year,figure,value,unit,suppressed,definition,asOf,sources",
                        "149,Inkoo,2023,grantsGranted,0.00,EUR,false,grants.granted.by-decision-day,,grants")
                .anyMatch(line -> line.startsWith("149,Inkoo,2023,inhabitants,"));

        ResponseEntity<String> ofRegion = caller.text("/v1/regions/01/report.csv?year=2023");
        assertThat(ofRegion.getHeaders().getContentDisposition().getFilename())
                .isEqualTo("raportti-maakunta-01-2023.csv");
        assertThat(ofRegion.getBody()).contains("01,Uusimaa,2023,events,0,,false,");

        assertThat(caller.get("/v1/municipalities/149/report.csv?year=1").status()).isEqualTo(400);
        assertThat(caller.get("/v1/regions/99/report.csv").status()).isEqualTo(404);
    }

    @Test
    void refusesYearsAndPlacesThatAreNone() {
        Answer refused = caller.get("/v1/municipalities/149/report?year=20255");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("year");
        assertThat(caller.get("/v1/municipalities/149/report?year=last").status()).isEqualTo(400);
        assertThat(caller.get("/v1/municipalities/999/report").status()).isEqualTo(404);
        assertThat(caller.get("/v1/regions/99/report").status()).isEqualTo(404);
    }

    @Test
    void definesEveryFigureItTells() {
        List<String> defined =
                caller.get("/v1/report-definitions")
                        .body()
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("definition").asString())
                        .toList();
        assertThat(defined).hasSize(8).doesNotHaveDuplicates();
        assertThat(figures("/v1/municipalities/149").valueStream())
                .allMatch(figure -> defined.contains(figure.get("definition").asString()));
    }

    private void expect(
            String municipality,
            long inhabitants,
            long associations,
            String perThousand,
            String granted,
            String perInhabitant) {
        JsonNode figures = figures("/v1/municipalities/" + municipality);
        assertThat(figures.at("/inhabitants/value").longValue()).isEqualTo(inhabitants);
        assertThat(figures.at("/activeAssociations/value").longValue()).isEqualTo(associations);
        assertThat(figures.at("/associationsPer1000/value").asString()).isEqualTo(perThousand);
        assertThat(figures.at("/grantsGranted/value").asString()).isEqualTo(granted);
        assertThat(figures.at("/grantsPerInhabitant/value").asString()).isEqualTo(perInhabitant);
    }

    private void awaitAssociations(String municipality, long number) {
        await().atMost(TestMessages.PATIENCE.multipliedBy(3))
                .until(
                        () ->
                                figures("/v1/municipalities/" + municipality)
                                                .at("/activeAssociations/value")
                                                .longValue()
                                        == number);
        messages.awaitAllHandled("reportMessages");
    }

    private JsonNode figures(String path) {
        return caller.get(path + "/report?year=2023").body().get("figures");
    }

    private void recordInhabitants(String municipality, int number) {
        String path = "/v1/municipalities/" + municipality;
        Answer recorded =
                caller.put(
                        path + "/populations/2024-09-26",
                        Caller.coordinator(municipality),
                        "{\"inhabitants\": %d, \"source\": \"%s\"}".formatted(number, SLIDES),
                        caller.get(path).eTag());
        assertThat(recorded.status()).isEqualTo(200);
    }

    /** The id of one of them. */
    private String importAssociations(String municipality, int number) {
        String one = "";
        Tokens coordinator = Caller.coordinator(municipality);
        for (int from = 0; from < number; from += 500) {
            int to = Math.min(from + 500, number);
            String rows =
                    IntStream.range(from, to)
                            .mapToObj(
                                    i ->
                                            """
                                            {"key": "a-%d", "association": {"name": {"fi": "Yhdistys %d ry"},
                                             "form": "registered-association"}}
                                            """
                                                    .formatted(i, i))
                            .collect(Collectors.joining(",", "{\"rows\": [", "]}"));
            Answer imported =
                    caller.post(
                            "/v1/municipalities/" + municipality + "/association-imports",
                            coordinator,
                            rows);
            assertThat(imported.body().get("imported").intValue()).isEqualTo(to - from);
            one = imported.text("/rows/0/id");
        }
        return one;
    }

    private void decide(String municipality, int number, String granted) {
        for (int i = 0; i < number; i++) {
            decide(municipality, i, granted, 2);
        }
    }

    private void decide(String municipality, int number, String granted, long sequence) {
        String id = "report-api-" + municipality + "-" + number;
        messages.publish(
                TestMessage.of(
                                new ApplicationDecided(
                                        new Application(
                                                id,
                                                municipality + "/2023/00001",
                                                "call",
                                                "association",
                                                2023,
                                                new Money("9000.00", "EUR"),
                                                "granted",
                                                new Money(granted, "EUR"),
                                                List.of(),
                                                LocalDate.parse("2023-11-30"),
                                                true)))
                        .about(id)
                        .in(municipality)
                        .sequence(sequence));
    }
}
