package fi.kumppani.localstack.demonstration;

import fi.kumppani.localstack.demonstration.DemonstrationFiles.Grants;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.MailingList;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Names;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Network;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.NextCall;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.NextEvent;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Part;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Place;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Population;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Series;
import fi.kumppani.localstack.identity.Demonstration;
import fi.kumppani.localstack.system.Answer;
import fi.kumppani.localstack.system.Api;
import fi.kumppani.localstack.system.RunningSystem;
import fi.kumppani.localstack.system.Service;
import fi.kumppani.localstack.system.Together;
import fi.kumppani.localstack.system.UnexpectedOutcomeException;
import fi.kumppani.localstack.system.Wait;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Loads the demonstration data. Each row has a key that never changes, so whatever broke off is
 * simply done once more; what takes long is left out when the report shows that it is there.
 */
final class DemonstrationLoad {

    private static final int GRANT_YEAR = 2023;
    private static final int ROWS = 250;
    private static final int AT_ONCE = 4;
    private static final String FIRST_VERSION = "\"1\"";
    private static final String NO_VERSION = "\"0\"";
    private static final String CHANGED = "(left as it was changed)";

    private final RunningSystem system;
    private final List<Place> places;
    private final Clock clock;
    private final NextDates dates;
    private final Names names = DemonstrationFiles.names();
    private final Map<String, List<Integer>> classes = DemonstrationFiles.purposeClasses();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, List<String>> associationIds = new ConcurrentHashMap<>();

    DemonstrationLoad(RunningSystem system, List<Place> places, Clock clock) {
        this.system = system;
        this.places = places;
        this.clock = clock;
        this.dates = new NextDates(LocalDate.now(clock.withZone(NextDates.HELSINKI)));
    }

    String populations() throws Exception {
        return words(everywhere(this::population));
    }

    private String population(Place place) throws Exception {
        Population population = place.population();
        if (population == null) {
            return "";
        }
        Answer known =
                Wait.until(
                        place.name() + " is in the registry",
                        () -> "it is not",
                        () ->
                                Optional.of(at(Service.REGISTRY).get(municipality(place)))
                                        .filter(answer -> answer.status() == 200));
        if (!population.isAmong(known.body().path("populations"))) {
            var _ =
                    importing(Service.REGISTRY)
                            .put(
                                    municipality(place) + "/populations/" + population.asOf(),
                                    Objects.requireNonNull(known.etag()),
                                    Map.of(
                                            "inhabitants", population.inhabitants(),
                                            "source", population.source()))
                            .expect(200);
        }
        return "%s %,d".formatted(place.name(), population.inhabitants()).replace(',', ' ');
    }

    String associations() throws Exception {
        return words(everywhere(this::associations));
    }

    private String associations(Place place) throws Exception {
        String told = place.name() + " " + place.associations().count();
        if (figure(place, "activeAssociations")
                        .compareTo(BigDecimal.valueOf(place.associations().count()))
                >= 0) {
            return told + " (there already)";
        }
        var _ = idsOf(place);
        return told;
    }

    /** Ids in the order of the invention; imports what is not there yet. */
    private List<String> idsOf(Place place) throws Exception {
        List<String> known = associationIds.get(place.code());
        if (known == null) {
            known = importAssociations(place, inventedIn(place));
            associationIds.put(place.code(), known);
        }
        return known;
    }

    private List<InventedAssociation> inventedIn(Place place) {
        return InventedAssociations.of(
                place, names, Objects.requireNonNull(classes.get(place.associations().region())));
    }

    private List<String> importAssociations(Place place, List<InventedAssociation> rows)
            throws Exception {
        List<Callable<List<String>>> calls = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS) {
            List<InventedAssociation> some = rows.subList(from, Math.min(from + ROWS, rows.size()));
            calls.add(
                    () ->
                            ids(
                                    importing(Service.REGISTRY)
                                            .post(
                                                    municipality(place) + "/association-imports",
                                                    Map.of("rows", some)),
                                    "rows"));
        }
        return Together.all(AT_ONCE, calls).stream().flatMap(List::stream).toList();
    }

    String pastEvents() throws Exception {
        int events = 0;
        for (Place place : places) {
            if (!place.pastEvents().isEmpty()) {
                events +=
                        ids(
                                        importing(Service.EVENTS)
                                                .post(
                                                        municipality(place) + "/event-imports",
                                                        Map.of("events", pastEvents(place))),
                                        "events")
                                .size();
            }
        }
        return events + " with their true dates";
    }

    private List<ObjectNode> pastEvents(Place place) throws Exception {
        List<ObjectNode> rows = new ArrayList<>();
        for (ObjectNode row : place.pastEvents()) {
            rows.add(inSeries(place, row));
        }
        return rows;
    }

    String series() throws Exception {
        int series = 0;
        for (Place place : places) {
            for (Series each : seriesOf(place)) {
                var _ = idOf(place, each);
                series++;
            }
        }
        return Integer.toString(series);
    }

    private static List<Series> seriesOf(Place place) {
        return Objects.requireNonNullElse(place.series(), List.of());
    }

    /** The id of a series; begun at most once, because the same key finds the first one. */
    private String idOf(Place place, Series series) throws Exception {
        return acting("coordinator", place, Service.EVENTS)
                .create(
                        municipality(place) + "/series",
                        "demonstration-series-" + series.key(),
                        series.series())
                .expect(201)
                .text("/id");
    }

    /** The event with the id of its series instead of the key it names. */
    private ObjectNode inSeries(Place place, ObjectNode event) throws Exception {
        if (!event.has("series")) {
            return event;
        }
        ObjectNode known = event.deepCopy();
        String key = known.remove("series").asString();
        for (Series each : seriesOf(place)) {
            if (each.key().equals(key)) {
                return known.put("seriesId", idOf(place, each));
            }
        }
        throw new IllegalStateException("No series is called " + key);
    }

    String newsletters() throws Exception {
        int lists = 0;
        int letters = 0;
        for (Place place : places) {
            for (MailingList list : place.lists()) {
                lists++;
                letters += newsletter(place, list);
            }
        }
        return lists + " lists, " + letters + " issue sent in the past";
    }

    private int newsletter(Place place, MailingList list) throws Exception {
        String id =
                ids(
                                importing(Service.NEWSLETTER)
                                        .post(
                                                municipality(place) + "/list-imports",
                                                Map.of(
                                                        "rows",
                                                        List.of(
                                                                Map.of(
                                                                        "key", list.key(),
                                                                        "name", list.name(),
                                                                        "sendsLatest", true,
                                                                        "announcesCalls",
                                                                                Boolean.TRUE.equals(
                                                                                        list
                                                                                                .announcesCalls()))))),
                                "rows")
                        .getFirst();
        if (list.letters().isEmpty()) {
            return 0;
        }
        var rows =
                list.letters().stream().map(letter -> letter.deepCopy().put("listId", id)).toList();
        return ids(
                        importing(Service.NEWSLETTER)
                                .post(municipality(place) + "/issue-imports", Map.of("rows", rows)),
                        "rows")
                .size();
    }

    String grants() throws Exception {
        return words(everywhere(this::grants));
    }

    private String grants(Place place) throws Exception {
        if (place.grants().isEmpty()) {
            return "";
        }
        BigDecimal sum = sum(place);
        String told = place.name() + " " + sum + " €";
        if (figure(place, "grantsGranted").compareTo(sum) >= 0) {
            return told + " (there already)";
        }
        List<String> ids = idsOf(place);
        int first = 0;
        List<Callable<Void>> calls = new ArrayList<>();
        for (Grants grants : place.grants()) {
            int from = first;
            calls.add(
                    () -> {
                        importGrants(place, grants, decisions(grants, ids, from));
                        return null;
                    });
            first += grants.decisions();
        }
        var _ = Together.all(AT_ONCE, calls);
        return told;
    }

    private static List<Map<String, String>> decisions(Grants grants, List<String> ids, int from) {
        List<Long> amounts =
                Cents.share(
                        Cents.of(grants.granted()),
                        grants.decisions(),
                        grants.capCents(),
                        grants.key().hashCode());
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            rows.add(
                    Map.of(
                            "key", "%s/%03d".formatted(grants.key(), i),
                            "call", grants.key(),
                            "associationId", ids.get((from + i) % ids.size()),
                            "purpose", grants.purpose(),
                            "granted", Cents.text(amounts.get(i)),
                            "decidedOn", grants.decidedOn().toString()));
        }
        return rows;
    }

    /** The grants service hears of associations a moment after the registry knows them. */
    private void importGrants(Place place, Grants grants, List<Map<String, String>> decisions)
            throws Exception {
        Map<String, Map<String, String>> left = new HashMap<>();
        decisions.forEach(row -> left.put(row.get("key"), row));
        var _ =
                Wait.until(
                        grants.key() + " is imported",
                        () -> left.size() + " decisions wait for their associations",
                        () -> {
                            Answer answer =
                                    importing(Service.GRANTS)
                                            .post(
                                                    municipality(place) + "/grant-imports",
                                                    Map.of(
                                                            "calls", List.of(grants.call()),
                                                            "decisions", left.values()))
                                            .expect(200);
                            for (JsonNode row : answer.body().path("decisions")) {
                                if (!row.path("result").asString().equals("refused")) {
                                    left.remove(row.path("key").asString());
                                } else if (!row.toString().contains("association-unknown")) {
                                    throw refused(answer, row);
                                }
                            }
                            return left.isEmpty() ? Optional.of(true) : Optional.empty();
                        });
    }

    String mandates() throws Exception {
        List<String> done = new ArrayList<>();
        for (Place place : places) {
            for (int i = 0; i < place.mandates().size(); i++) {
                String user = place.mandates().get(i);
                // Importing a row that is there tells its id.
                String association =
                        importAssociations(place, inventedIn(place).subList(i, i + 1)).getFirst();
                for (String module : List.of("grants", "administration")) {
                    mandate(place, user, association, module);
                }
                done.add(user);
            }
        }
        return String.join(", ", done);
    }

    private void mandate(Place place, String user, String association, String module)
            throws Exception {
        Answer answer =
                acting("coordinator", place, Service.REGISTRY)
                        .create(
                                municipality(place) + "/mandates",
                                "demonstration-" + module + "-mandate-" + user,
                                Map.of(
                                        "associationId",
                                        association,
                                        "subject",
                                        subjectOf(user),
                                        "module",
                                        module));
        if (!answer.text("/reason").equals("held-already")) {
            var _ = answer.expect(201);
        }
    }

    String networks() throws Exception {
        List<String> done = new ArrayList<>();
        for (Place place : places) {
            for (Network network :
                    Objects.requireNonNullElse(place.networks(), List.<Network>of())) {
                done.add(network(place, network));
            }
        }
        return words(done);
    }

    private String network(Place place, Network network) throws Exception {
        Api coordinator = acting("coordinator", place, Service.REGISTRY);
        String path = municipality(place) + "/networks";
        String id =
                coordinator
                        .create(path, "demonstration-" + network.key(), network.network())
                        .expect(201)
                        .text("/id");
        String told = place.name() + " " + network.network().at("/name/fi").asString() + ": ";
        if (!coordinator.get(path + "/" + id).expect(200).text("/status").equals("active")) {
            return told + CHANGED;
        }
        List<String> members = membersOf(place, network);
        for (String member : members) {
            Answer answer =
                    coordinator.put(
                            path + "/" + id + "/memberships/" + member, NO_VERSION, Map.of());
            // 412: an earlier load made it a member, whatever has become of that.
            if (answer.status() != 412) {
                var _ = answer.expect(200);
            }
        }
        return told + members.size() + " members, " + nextEvent(place, network.meeting(), id);
    }

    private List<String> membersOf(Place place, Network network) throws Exception {
        List<InventedAssociation> members =
                inventedIn(place).stream()
                        .filter(
                                invented ->
                                        Objects.equals(
                                                invented.association().purposeClass(),
                                                network.purposeClass()))
                        .limit(network.members())
                        .toList();
        return importAssociations(place, members);
    }

    String nextEvents() throws Exception {
        List<String> done = new ArrayList<>();
        for (Place place : places) {
            for (NextEvent next : place.nextEvents()) {
                done.add(place.name() + " " + nextEvent(place, next, null));
            }
        }
        return words(done);
    }

    /**
     * @param network the id of the network that meets; null for none
     */
    private String nextEvent(Place place, NextEvent next, @Nullable String network)
            throws Exception {
        String path = municipality(place) + "/events";
        String title = next.event().at("/title/fi").asString();
        Api coordinator = acting("coordinator", place, Service.EVENTS);
        for (JsonNode event : at(Service.EVENTS).list(path)) {
            if (isToCome(event) && event.at("/title/fi").asString().equals(title)) {
                Instant startsAt = Instant.parse(event.path("startsAt").asString());
                under(
                        coordinator,
                        path,
                        event.path("id").asString(),
                        next,
                        LocalDate.ofInstant(startsAt, NextDates.HELSINKI));
                return "(there already)";
            }
        }
        LocalDate day = dates.dayOf(next);
        String key = "demonstration-" + next.key() + "-" + day;
        ObjectNode request = inSeries(place, dates.request(next));
        Answer draft =
                network == null
                        ? coordinator.create(path, key, request).expect(201)
                        : ofNetwork(coordinator, path, key, request.put("networkId", network));
        if (!isPublished(coordinator, path, draft)) {
            return CHANGED;
        }
        under(coordinator, path, draft.text("/id"), next, day);
        return finnish(day);
    }

    /** The events service hears of networks a moment after the registry knows them. */
    private static Answer ofNetwork(Api by, String path, String key, ObjectNode request)
            throws Exception {
        return Wait.until(
                key + " is drafted",
                () -> "its network is not known there",
                () -> {
                    Answer answer = by.create(path, key, request);
                    return answer.status() == 422
                                    && answer.text("/errors/0/field").equals("networkId")
                            ? Optional.empty()
                            : Optional.of(answer.expect(201));
                });
    }

    /** Parts and tasks of an event; what an earlier load made of them stays as it is. */
    private void under(Api by, String path, String event, NextEvent next, LocalDate day)
            throws Exception {
        for (Part part : Objects.requireNonNullElse(next.parts(), List.<Part>of())) {
            Answer draft =
                    by.create(
                            path,
                            "demonstration-" + part.key() + "-" + event,
                            dates.request(part, day).put("partOf", event));
            // 422: the day is another one than it was, because somebody has changed the event.
            if (draft.status() != 422) {
                var _ = isPublished(by, path, draft.expect(201));
            }
        }
        if (next.tasks() != null) {
            tasks(by, path + "/" + event + "/tasks", next.tasks());
        }
    }

    private static void tasks(Api by, String path, ObjectNode tasks) throws Exception {
        Answer answer = by.put(path, NO_VERSION, tasks);
        if (answer.status() != 412) {
            var _ = answer.expect(200);
        }
    }

    private boolean isToCome(JsonNode event) {
        return event.path("status").asString().equals("published")
                && Instant.parse(event.path("endsAt").asString()).isAfter(clock.instant());
    }

    /** False when somebody has changed or cancelled what an earlier load made. */
    private static boolean isPublished(Api by, String path, Answer draft) throws Exception {
        Answer answer =
                by.put(path + "/" + draft.text("/id") + "/publication", FIRST_VERSION, null);
        if (answer.status() == 409 || answer.status() == 412) {
            return false;
        }
        var _ = answer.expect(200);
        return true;
    }

    String nextCalls() throws Exception {
        List<String> done = new ArrayList<>();
        for (Place place : places) {
            for (NextCall next : place.nextCalls()) {
                done.add(nextCall(place, next));
            }
        }
        return words(done);
    }

    private String nextCall(Place place, NextCall next) throws Exception {
        String path = municipality(place) + "/calls";
        String title = next.call().at("/title/fi").asString();
        for (JsonNode call : at(Service.GRANTS).list(path)) {
            if (call.at("/title/fi").asString().equals(title)) {
                return place.name() + " (there already)";
            }
        }
        LocalDate closing = dates.closingOf(next);
        Api officer = at(Service.GRANTS).as(tokenOf(next.officer()));
        haveAppealInstruction(place, next, officer);
        Answer draft =
                officer.create(
                                path,
                                "demonstration-" + next.key() + "-" + closing,
                                dates.request(next))
                        .expect(201);
        return place.name()
                + " "
                + (isPublished(officer, path, draft) ? "until " + finnish(closing) : CHANGED);
    }

    /** What goes with every decision, from before the first one on. */
    private static void haveAppealInstruction(Place place, NextCall next, Api officer)
            throws Exception {
        String path = municipality(place) + "/appeal-instructions";
        if (officer.list(path).isEmpty()) {
            var _ =
                    officer.put(
                                    path + "/" + GRANT_YEAR + "-01-01",
                                    NO_VERSION,
                                    next.appealInstruction())
                            .expect(200);
        }
    }

    /** Somebody may have added more since the load, so more is right as well. */
    String report() throws Exception {
        return words(everywhere(this::report));
    }

    private String report(Place place) throws Exception {
        int associations = place.associations().count();
        BigDecimal granted = sum(place);
        Answer report =
                Wait.until(
                        "%s has %d associations and %s € of grants in its report"
                                .formatted(place.name(), associations, granted),
                        () -> reportOf(place),
                        () ->
                                figure(place, "activeAssociations").intValue() >= associations
                                                && figure(place, "grantsGranted").compareTo(granted)
                                                        >= 0
                                        ? Optional.of(askReport(place))
                                        : Optional.empty());
        if (place.grants().isEmpty()) {
            return "";
        }
        return "%s %s, %s €, %s €/inhabitant"
                .formatted(
                        place.name(),
                        report.text("/figures/activeAssociations/value"),
                        report.text("/figures/grantsGranted/value"),
                        report.text("/figures/grantsPerInhabitant/value"));
    }

    private String reportOf(Place place) {
        try {
            return askReport(place).came();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    private Answer askReport(Place place) throws IOException, InterruptedException {
        return at(Service.REGISTRY).get(municipality(place) + "/report?year=" + GRANT_YEAR);
    }

    /** Zero while nothing was counted. */
    private BigDecimal figure(Place place, String name) throws Exception {
        String value = askReport(place).expect(200).text("/figures/" + name + "/value");
        return value.isEmpty() ? BigDecimal.ZERO : new BigDecimal(value);
    }

    private static BigDecimal sum(Place place) {
        return place.grants().stream()
                .map(Grants::granted)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The ids of the rows of an import, in their order; none may be refused. */
    private static List<String> ids(Answer answer, String rows) throws UnexpectedOutcomeException {
        List<String> ids = new ArrayList<>();
        for (JsonNode row : answer.expect(200).body().path(rows)) {
            if (row.path("result").asString().equals("refused")) {
                throw refused(answer, row);
            }
            ids.add(row.path("id").asString());
        }
        return ids;
    }

    private static UnexpectedOutcomeException refused(Answer answer, JsonNode row) {
        return new UnexpectedOutcomeException(answer.request() + " refuses no row", row.toString());
    }

    /** Something done for one municipality. */
    private interface Work {

        String doFor(Place place) throws Exception;
    }

    private List<String> everywhere(Work work) throws Exception {
        return Together.all(
                AT_ONCE,
                places.stream().map(place -> (Callable<String>) () -> work.doFor(place)).toList());
    }

    private static String words(List<String> parts) {
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String municipality(Place place) {
        return "/v1/municipalities/" + place.code();
    }

    private static String finnish(LocalDate day) {
        return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
    }

    private static String subjectOf(String username) {
        return Demonstration.load().users().stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow()
                .subject();
    }

    private Api at(Service service) {
        return Api.at(system, system.addressOf(service));
    }

    private Api importing(Service service) throws IOException, InterruptedException {
        String token = tokens.get("");
        if (token == null) {
            token = system.tokenOf("history-import", "history:import");
            tokens.put("", token);
        }
        return at(service).as(token);
    }

    private Api acting(String role, Place place, Service service)
            throws IOException, InterruptedException {
        return at(service).as(tokenOf(role + "." + plain(place.name())));
    }

    private String tokenOf(String username) throws IOException, InterruptedException {
        String token = tokens.get(username);
        if (token == null) {
            token = system.tokenOf(username);
            tokens.put(username, token);
        }
        return token;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ä', 'a').replace('ö', 'o');
    }
}
