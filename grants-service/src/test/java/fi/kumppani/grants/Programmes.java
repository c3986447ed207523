package fi.kumppani.grants;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Programmes of real municipalities as data: a call as an officer sends it, and what it allows and
 * refuses. Days and sums that their pages do not tell are examples.
 */
public final class Programmes {

    private static final List<String> MUNICIPALITIES =
            List.of(
                    "evijarvi",
                    "seinajoki",
                    "jyvaskyla",
                    "hailuoto",
                    "vesilahti",
                    "kuusamo",
                    "pyhajarvi");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Programmes() {}

    /** All of them. */
    public static List<Programme> all() {
        List<Programme> all = new ArrayList<>();
        for (String municipality : MUNICIPALITIES) {
            for (JsonNode each : read(municipality).get("programmes")) {
                List<Case> cases = new ArrayList<>();
                each.get("cases").forEach(node -> cases.add(JSON.treeToValue(node, Case.class)));
                all.add(new Programme(municipality, each.get("call"), cases));
            }
        }
        return all;
    }

    private static JsonNode read(String municipality) {
        try (InputStream file =
                Programmes.class.getResourceAsStream("/programmes/" + municipality + ".json")) {
            return JSON.readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A programme.
     *
     * @param call as it is sent to be planned
     */
    public record Programme(String municipality, JsonNode call, List<Case> cases) {

        @Override
        public String toString() {
            return municipality + ", " + call.at("/title/fi").asString();
        }
    }

    /**
     * What somebody asks for.
     *
     * @param because why not, as codes; empty when it is allowed
     * @param moneyIsLeft whether anything is left to grant; left out for yes
     */
    public record Case(
            String what,
            Instant at,
            Euros requested,
            @Nullable Euros totalCost,
            int events,
            List<String> because,
            @Nullable Boolean moneyIsLeft) {

        /** Whether anything is left to grant. */
        public boolean hasMoneyLeft() {
            return !Boolean.FALSE.equals(moneyIsLeft);
        }
    }
}
