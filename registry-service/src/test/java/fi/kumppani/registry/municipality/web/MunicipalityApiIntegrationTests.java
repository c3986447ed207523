package fi.kumppani.registry.municipality.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;
import fi.kumppani.registry.municipality.LoadMunicipalities;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

@RegistryTest
class MunicipalityApiIntegrationTests {

    private static final String SLIDES =
            "{\"inhabitants\": 66120, \"source\": \"Seinäjoki and Evijärvi slides, 26.9.2024\"}";

    @Autowired private Caller caller;
    @Autowired private TestMessages messages;
    @Autowired private LoadMunicipalities loadMunicipalities;

    @Test
    void listsMunicipalitiesAndRegions() {
        Answer first = caller.get("/v1/municipalities?limit=200");
        Answer rest = caller.get("/v1/municipalities?limit=200&cursor=" + first.text("/next"));
        assertThat(first.body().get("items").size() + rest.body().get("items").size())
                .isEqualTo(308);
        assertThat(first.text("/items/0/name/fi")).isEqualTo("Alajärvi");
        assertThat(caller.get("/v1/regions").body().get("items").size()).isEqualTo(19);
        Answer region = caller.get("/v1/regions/14");
        assertThat(region.text("/name/sv")).isEqualTo("Södra Österbotten");
        assertThat(region.body().get("municipalities").size()).isEqualTo(18);
        assertThat(caller.get("/v1/regions/99").status()).isEqualTo(404);
    }

    @Test
    void tellsWhatIsKnownOfAMunicipality() {
        Answer helsinki = caller.get("/v1/municipalities/091");
        assertThat(helsinki.status()).isEqualTo(200);
        assertThat(helsinki.text("/name/sv")).isEqualTo("Helsingfors");
        assertThat(helsinki.text("/region")).isEqualTo("01");
        assertThat(helsinki.text("/languages/1")).isEqualTo("sv");
        assertThat(helsinki.body().at("/population/inhabitants").intValue()).isEqualTo(664_028);
        assertThat(helsinki.text("/population/asOf")).isEqualTo("2022-12-31");
        assertThat(helsinki.body().get("populations").size()).isEqualTo(23);
        assertThat(caller.get("/v1/municipalities/999").status()).isEqualTo(404);
        assertThat(caller.get("/v1/municipalities/helsinki").status()).isEqualTo(404);
    }

    @Test
    void countsANewerFigureAndTellsOfIt() {
        String here = "/v1/municipalities/009";
        String path = here + "/populations/2024-09-26";
        Tokens coordinator = Caller.coordinator("009");
        Answer recorded = caller.put(path, coordinator, SLIDES, caller.get(here).eTag());
        assertThat(recorded.status()).isEqualTo(200);
        assertThat(recorded.body().at("/population/inhabitants").intValue()).isEqualTo(66_120);
        assertThat(caller.get(here).body()).isEqualTo(recorded.body());

        Answer again = caller.put(path, coordinator, SLIDES, recorded.eTag());
        assertThat(again.eTag()).as("nothing changed").isEqualTo(recorded.eTag());
        loadMunicipalities.load();
        assertThat(caller.get(here).eTag()).as("still nothing").isEqualTo(recorded.eTag());

        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.REGISTRY_MUNICIPALITY,
                        message -> message.subject().equals("009") && message.sequence() == 2);
        var populations = told.data(MunicipalityDescribed.class).municipality().populations();
        assertThat(populations.getLast().inhabitants()).isEqualTo(66_120);
    }

    @Test
    void tellsOfEachMunicipalityOnceHoweverOftenItIsLoaded() {
        loadMunicipalities.load();
        loadMunicipalities.load();
        messages.awaitAllHandled("reportMessages");
        List<ReceivedMessage> told =
                messages.received(Topics.REGISTRY_MUNICIPALITY).stream()
                        .filter(message -> message.sequence() == 1)
                        .toList();
        assertThat(told).hasSizeGreaterThanOrEqualTo(307);
        assertThat(told).extracting(ReceivedMessage::subject).doesNotHaveDuplicates();
    }

    @Test
    void letsCoordinatorsAndImportingClientsRecordFigures() {
        String here = "/v1/municipalities/078";
        String path = here + "/populations/2024-09-26";
        String eTag = caller.get(here).eTag();
        String json = "{\"inhabitants\": 2292, \"source\": \"slides\"}";
        Tokens officer = Tokens.of("officer").inMunicipality("078").withRoles(Role.GRANT_OFFICER);
        assertThat(caller.put(path, officer, json, eTag).status()).isEqualTo(403);
        assertThat(caller.put(path, Caller.coordinator("743"), json, eTag).status()).isEqualTo(404);
        Tokens client = Tokens.of("client").inMunicipality("078").withScopes("history:import");
        assertThat(caller.put(path, client, json, eTag).status()).isEqualTo(200);
        assertThat(caller.put(path, client, json, eTag).status()).isEqualTo(412);
    }

    @Test
    void refusesFiguresThatCannotBe() {
        String here = "/v1/municipalities/060";
        Tokens coordinator = Caller.coordinator("060");
        String eTag = caller.get(here).eTag();
        Answer future = caller.put(here + "/populations/2999-01-01", coordinator, SLIDES, eTag);
        assertThat(future.status()).isEqualTo(422);
        assertThat(future.text("/errors/0/field")).isEqualTo("asOf");
        Answer negative =
                caller.put(
                        here + "/populations/2024-01-01",
                        coordinator,
                        "{\"inhabitants\": -1, \"source\": \" \"}",
                        eTag);
        assertThat(negative.status()).isEqualTo(422);
        assertThat(negative.body().get("errors").size()).isEqualTo(2);
        assertThat(caller.put(here + "/populations/last-week", coordinator, SLIDES, eTag).status())
                .isEqualTo(400);
        assertThat(caller.get(here).eTag()).isEqualTo(eTag);
    }
}
