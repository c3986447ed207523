package fi.kumppani.localstack.demonstration;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Reads the files under {@code demonstration/}; their comments say what is true in them. */
final class DemonstrationFiles {

    private static final List<String> PLACES =
            List.of("seinajoki", "evijarvi", "jyvaskyla", "ylojarvi");
    private static final JsonMapper JSON = new JsonMapper();

    private DemonstrationFiles() {}

    /**
     * What one municipality gets.
     *
     * @param population absent where the sources name none
     * @param series that events of the municipality are of; absent for none
     * @param pastEvents rows of the import as they are sent, but for the {@code series} they name
     *     by its key
     * @param mandates users who act for one association each, the first and those after it
     * @param networks networks of its associations; absent for none
     */
    record Place(
            String code,
            String name,
            @Nullable Population population,
            Associations associations,
            @Nullable List<Series> series,
            List<ObjectNode> pastEvents,
            List<Grants> grants,
            List<MailingList> lists,
            List<String> mandates,
            @Nullable List<Network> networks,
            List<NextEvent> nextEvents,
            List<NextCall> nextCalls) {}

    record Population(LocalDate asOf, int inhabitants, String source) {

        boolean isAmong(JsonNode populations) {
            return populations
                    .valueStream()
                    .anyMatch(
                            known ->
                                    known.path("asOf").asString().equals(asOf.toString())
                                            && known.path("source").asString().equals(source));
        }
    }

    /**
     * How associations are made up.
     *
     * @param region whose shares of purpose classes they follow
     * @param places names in the genitive
     */
    record Associations(
            int count,
            String region,
            int businessIdsFrom,
            int registerNumbersFrom,
            List<String> places) {}

    /**
     * Grants of a past call.
     *
     * @param call a row of the import as it is sent
     * @param granted euros, the sum of all its decisions
     */
    record Grants(
            ObjectNode call,
            BigDecimal granted,
            int decisions,
            LocalDate decidedOn,
            String purpose) {

        String key() {
            return call.get("key").asString();
        }

        /** The most that one application got, in cents. */
        long capCents() {
            JsonNode cap = call.path("capPerApplication");
            return Cents.of(cap.isMissingNode() ? granted : new BigDecimal(cap.asString()));
        }
    }

    /**
     * A series of events.
     *
     * @param series the request as it is sent
     */
    record Series(String key, ObjectNode series) {}

    /**
     * A network, of whom all associations of a purpose class are members, up to so many.
     *
     * @param network the request as it is sent
     * @param meeting held for the members alone
     */
    record Network(
            String key, int purposeClass, int members, ObjectNode network, NextEvent meeting) {}

    /**
     * A list.
     *
     * @param letters what was sent in the past
     * @param announcesCalls whether each call for grants is told at once; not so when absent
     */
    record MailingList(
            String key,
            JsonNode name,
            List<ObjectNode> letters,
            @Nullable Boolean announcesCalls) {}

    /**
     * The next edition of an event.
     *
     * @param inWeeks after how many weeks at least
     * @param coffee absent when there is none
     * @param lastsDays days until it ends; absent for the same day
     * @param event the request without its times; it names its {@code series} by its key
     * @param parts what is held under it; absent for none
     * @param tasks what is to be done, as it is sent; absent for nothing
     */
    record NextEvent(
            String key,
            int inWeeks,
            DayOfWeek weekday,
            @Nullable LocalTime coffee,
            LocalTime from,
            LocalTime to,
            @Nullable Integer lastsDays,
            int deadlineDaysBefore,
            ObjectNode event,
            @Nullable List<Part> parts,
            @Nullable ObjectNode tasks) {}

    /**
     * A part of an event.
     *
     * @param afterDays days after the event it is a part of
     * @param event the request without its times
     */
    record Part(String key, int afterDays, LocalTime from, LocalTime to, ObjectNode event) {}

    /**
     * A call that is open.
     *
     * @param officer the user who publishes it
     * @param call the request without year and times
     * @param appealInstruction what goes with decisions of its municipality
     */
    record NextCall(
            String key,
            String officer,
            int closesInWeeks,
            ObjectNode call,
            ObjectNode appealInstruction) {}

    /**
     * What names are made of.
     *
     * @param kinds by purpose class, {@code 0} for none
     */
    record Names(List<String> emblems, Map<String, List<String>> kinds) {}

    static List<Place> places() {
        return PLACES.stream().map(name -> JSON.convertValue(read(name), Place.class)).toList();
    }

    static Names names() {
        return JSON.convertValue(read("names"), Names.class);
    }

    /** Associations in the classes 1 to 9 and without one, by region. */
    static Map<String, List<Integer>> purposeClasses() {
        return JSON.convertValue(read("purpose-classes"), new TypeReference<>() {});
    }

    private static Object read(String name) {
        try (var file = new ClassPathResource("demonstration/" + name + ".yml").getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
