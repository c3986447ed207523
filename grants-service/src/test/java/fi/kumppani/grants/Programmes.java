package fi.kumppani.grants;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.eligibility.Earlier;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
                all.add(
                        new Programme(
                                municipality,
                                each.get("call"),
                                each.path("form"),
                                each.path("answers"),
                                cases));
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
     * @param form what applicants are asked, as it is sent; missing when nothing
     * @param answers to it, by section and question; missing when nothing is asked
     */
    public record Programme(
            String municipality, JsonNode call, JsonNode form, JsonNode answers, List<Case> cases) {

        /** The one whose call is called this in Finnish. */
        public static Programme of(String municipality, String title) {
            return all().stream()
                    .filter(each -> each.municipality().equals(municipality))
                    .filter(each -> each.call().at("/title/fi").asString().equals(title))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return municipality + ", " + call.at("/title/fi").asString();
        }
    }

    /**
     * What somebody asks for.
     *
     * @param because why not, as the codes of all that stands in the way; empty when it is allowed
     * @param moneyIsLeft whether anything is left to grant; left out for yes
     * @param form of the association; left out for one that may apply
     * @param fromElsewhere whether the association is at home in another municipality
     * @param others what else it has applied for in the year
     * @param reportOverdueSince the day on which a report was due that it owes; left out for none
     */
    public record Case(
            String what,
            Instant at,
            Euros requested,
            @Nullable Euros totalCost,
            int events,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            @Nullable Set<String> declared,
            List<String> because,
            @Nullable Boolean moneyIsLeft,
            @Nullable String form,
            @Nullable Boolean fromElsewhere,
            @Nullable List<Other> others,
            @Nullable LocalDate reportOverdueSince) {

        /** Whether anything is left to grant. */
        public boolean hasMoneyLeft() {
            return !Boolean.FALSE.equals(moneyIsLeft);
        }

        /** Whether the association is at home in another municipality. */
        public boolean isFromElsewhere() {
            return Boolean.TRUE.equals(fromElsewhere);
        }

        /** The form of the association. */
        public AssociationForm formOr(AssociationForm usual) {
            return form == null ? usual : AssociationForm.ofCode(form).orElseThrow();
        }

        /** The declarations that are given. */
        public Set<String> declaredOrNone() {
            return declared == null ? Set.of() : declared;
        }

        /** What else it has applied for. */
        public List<Earlier> earlier() {
            return Objects.requireNonNullElse(others, List.<Other>of()).stream()
                    .map(
                            other ->
                                    new Earlier(
                                            "another",
                                            other.sameCall()
                                                    ? GrantApplicationFixtures.CALL
                                                    : new CallId("another"),
                                            WireCodes.read(GrantKind.class, other.kind())
                                                    .orElseThrow(),
                                            other.amount()))
                    .toList();
        }
    }

    /**
     * Another application.
     *
     * @param sameCall whether it is to the same call
     * @param kind of the call
     */
    public record Other(boolean sameCall, String kind, Euros amount) {}
}
