package fi.kumppani.registry.association.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;
import fi.kumppani.registry.network.NetworkCalls;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

import java.util.List;

/** What is looked for in the directory, and the directory as a table. */
@RegistryTest
class DirectoryIntegrationTests {

    @Autowired private Caller caller;

    @Test
    void findsWhatFitsEverythingThatIsLookedFor() {
        NetworkCalls calls = new NetworkCalls(caller, "062");
        String village = association(calls, "Kylät ry", "registered-association", 5, "villages");
        String sport = association(calls, "Kisa ry", "registered-association", 6, "sports");
        String bank = association(calls, "Osuuskunta Kisa", "cooperative", 6, "villages");
        String network = calls.network();
        assertThat(calls.admit(network, sport).status()).isEqualTo(200);
        assertThat(calls.admit(network, bank).status()).isEqualTo(200);
        String id = network.replaceAll(".*/", "");

        assertThat(found(calls, "form=cooperative")).containsExactly(bank);
        assertThat(found(calls, "purposeClass=6")).containsExactly(sport, bank);
        assertThat(found(calls, "theme=villages")).containsExactly(village, bank);
        assertThat(found(calls, "network=" + id)).containsExactly(sport, bank);
        assertThat(found(calls, "network=" + id + "&theme=sports&text=kisa"))
                .containsExactly(sport);
        assertThat(found(calls, "network=no-such")).isEmpty();
        assertThat(found(calls, "purposeClass=6&limit=1")).containsExactly(sport);
    }

    @Test
    void tellsStatesApartAsSoonAsTheyChange() {
        NetworkCalls calls = new NetworkCalls(caller, "069");
        String first = association(calls, "Eka ry", "other", 1, "a");
        String second = association(calls, "Toka ry", "other", 1, "a");
        String third = association(calls, "Kolmas ry", "other", 1, "a");
        String here = calls.here() + "/associations/";

        assertThat(found(calls, "status=unverified")).containsExactly(first, second, third);
        act(calls, here + first + "/verification");
        act(calls, here + second + "/dissolution");

        assertThat(found(calls, "status=unverified")).containsExactly(third);
        assertThat(found(calls, "status=verified,dissolved")).containsExactly(first, second);
        assertThat(found(calls, "text=ry")).containsExactly(first, third);
        assertThat(found(calls, "text=ry&status=dissolved")).containsExactly(second);
        assertThat(found(calls, "limit=50")).containsExactly(first, second, third);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=lost",
                "form=club",
                "purposeClass=10",
                "purposeClass=five",
                "theme=Kylät",
                "network=a b",
                "text= "
            })
    void namesTheParameterThatCannotBeRead(String query) {
        for (String what : List.of("/associations?", "/associations.csv?")) {
            Answer refused = caller.get("/v1/municipalities/020" + what + query);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/errors/0/field")).isEqualTo(query.split("=", 2)[0]);
        }
    }

    @Test
    void isATableInWhichNoNameIsAFormula() {
        NetworkCalls calls = new NetworkCalls(caller, "071");
        var _ = association(calls, "=1+1 ry", "other", 4, "culture\", \"music");
        var _ = association(calls, "Kuoro ry", "cooperative", 4, "music");

        var table = caller.text(calls.here() + "/associations.csv");

        assertThat(table.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).startsWith("text/csv");
        assertThat(table.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .contains("associations-071.csv");
        assertThat(table.getBody()).startsWith("\ufeffid,name.fi,name.sv,name.en,businessId");
        List<String> rows = String.valueOf(table.getBody()).lines().toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).contains("'=1+1 ry", ",culture music,unverified,true,");
        assertThat(caller.text(calls.here() + "/associations.csv?form=cooperative").getBody())
                .contains("Kuoro ry")
                .doesNotContain("1+1");
    }

    private void act(NetworkCalls calls, String path) {
        assertThat(caller.put(path, calls.coordinator(), null, "\"1\"").status()).isEqualTo(200);
    }

    private List<String> found(NetworkCalls calls, String query) {
        return caller
                .get(calls.here() + "/associations?" + query)
                .body()
                .get("items")
                .values()
                .stream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static String association(
            NetworkCalls calls, String name, String form, int purposeClass, String theme) {
        return calls.create(
                        "/associations",
                        """
                        {"name": {"fi": "%s"}, "form": "%s", "purposeClass": %d,
                         "themes": ["%s"]}
                        """
                                .formatted(name, form, purposeClass, theme))
                .text("/id");
    }
}
