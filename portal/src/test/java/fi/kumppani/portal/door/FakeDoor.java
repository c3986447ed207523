package fi.kumppani.portal.door;

import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The door of events-service as far as devices see it: notes count by their id, once. */
public final class FakeDoor {

    static final String DOOR = "/v1/municipalities/743/events/" + Facts.EVENT + "/door";
    static final String NOTES = "POST " + DOOR + "/notes";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SINCE = "2026-09-23T14:02:00Z";

    private final StubService events;
    private final Map<String, JsonNode> notes = new LinkedHashMap<>();
    private final List<String> received = new ArrayList<>();
    private final Map<Long, Integer> came = new HashMap<>();
    private int answersToLose;

    /** A door that nobody has come through yet. */
    public FakeDoor(StubService events) {
        this.events = events;
        events.on("GET " + DOOR, exchange -> standing().answer(exchange));
        events.on("GET " + DOOR + "/guests", exchange -> guests().answer(exchange));
        events.on(
                "GET " + DOOR + "/code",
                Reply.json(200, "{\"code\":\"KX7P2M\",\"changesAt\":\"2099-09-23T14:10:00Z\"}"));
        events.on(
                NOTES,
                exchange -> {
                    Reply answer = hear(last().body());
                    if (answersToLose > 0) {
                        answersToLose--;
                        exchange.close();
                    } else {
                        answer.answer(exchange);
                    }
                });
    }

    /** The next answers to notes are lost on the way, though the notes were heard. */
    synchronized void loseAnswers(int many) {
        answersToLose = many;
    }

    /** Another device noted somebody. */
    synchronized void arrivedElsewhere(long number, int people) {
        came.put(number, people);
    }

    /** The notes that count, each once. */
    synchronized List<JsonNode> notes() {
        return List.copyOf(notes.values());
    }

    /** The ids of all that was sent, as often as it was. */
    synchronized List<String> received() {
        return List.copyOf(received);
    }

    static String ticket(long number) {
        return "a-ticket-as-long-as-those-that-are-signed-of-number-" + number;
    }

    private synchronized Reply hear(String body) {
        List<String> results = new ArrayList<>();
        for (JsonNode note : JSON.readTree(body).get("notes")) {
            String id = note.get("id").asString();
            received.add(id);
            boolean again = notes.putIfAbsent(id, note) != null;
            results.add(result(id, note, again));
        }
        return Reply.json(200, "{\"results\":[" + String.join(",", results) + "]}");
    }

    private String result(String id, JsonNode note, boolean again) {
        if (note.has("takesBack")) {
            JsonNode mistake = notes.get(note.get("takesBack").asString());
            if (mistake != null && mistake.has("number")) {
                came.remove(mistake.get("number").asLong());
            }
            return "{\"id\":\"%s\",\"result\":\"taken-back\"}".formatted(id);
        }
        long number = number(note);
        if (number == 0) {
            return "{\"id\":\"%s\",\"result\":\"%s\"}"
                    .formatted(id, note.has("ticket") ? "no-seat" : again ? "repeated" : "counted");
        }
        boolean before = came.containsKey(number);
        int people = note.has("people") ? note.get("people").asInt() : seats(number);
        came.merge(number, people, Math::max);
        return """
        {"id":"%s","result":"%s","number":%d,"people":%d,"arrivedAt":"%s"}
        """
                .formatted(
                        id,
                        again ? "repeated" : before ? "arrived-before" : "arrived",
                        number,
                        came.get(number),
                        SINCE);
    }

    private static long number(JsonNode note) {
        if (note.has("ticket")) {
            return IntStream.rangeClosed(1, 5)
                    .filter(each -> ticket(each).equals(note.get("ticket").asString()))
                    .findFirst()
                    .orElse(0);
        }
        return note.has("number") ? note.get("number").asLong() : 0;
    }

    private synchronized Reply guests() {
        List<String> items =
                List.of(
                        guest(1, "Aino Esimerkki", "\"associationId\":\"a\","),
                        guest(2, "Björn Exempel", ""),
                        guest(3, "Cecilia Mäki-Malli", "\"associationId\":\"b\","),
                        guest(4, "Daavid Näyte", ""),
                        guest(5, "Eeva <b>Testi</b>", ""),
                        "{\"number\":6,\"name\":\"Jonottaja\",\"status\":\"other\",\"seats\":1,\"people\":0}");
        return Reply.json(200, "{\"items\":[" + String.join(",", items) + "]}");
    }

    private String guest(long number, String name, String more) {
        int people = came.getOrDefault(number, 0);
        return """
        {"number":%d,"name":"%s","status":"confirmed","seats":%d,%s"ticket":"%s","people":%d%s,
         "attendance":"expected"}
        """
                .formatted(
                        number,
                        name,
                        seats(number),
                        more,
                        hash(ticket(number)),
                        people,
                        people == 0 ? "" : ",\"arrivedAt\":\"" + SINCE + "\"");
    }

    private synchronized Reply standing() {
        Map<String, Integer> walkedIn =
                notes.values().stream()
                        .filter(note -> note.has("category") && number(note) == 0)
                        .collect(
                                Collectors.toMap(
                                        note -> note.get("category").asString(),
                                        note -> note.get("people").asInt(),
                                        Integer::sum));
        int others = walkedIn.values().stream().mapToInt(Integer::intValue).sum();
        int registered = came.values().stream().mapToInt(Integer::intValue).sum();
        return Reply.json(
                        200,
                        """
                        {"expected":8,"people":%d,"registered":%d,"parties":%d,"walkedIn":%d,"repeats":0,
                         "categories":{"association":0,"elected":0,"staff":0,"resident":%d,"other":%d},
                         "counted":{}}
                        """
                                .formatted(
                                        registered + others,
                                        registered,
                                        came.size(),
                                        others,
                                        walkedIn.getOrDefault("resident", 0),
                                        registered))
                .and("ETag", "\"0\"");
    }

    private Asked last() {
        return events.asked().reversed().stream()
                .filter(asked -> NOTES.equals(asked.method() + " " + asked.path()))
                .findFirst()
                .orElseThrow();
    }

    private static int seats(long number) {
        return number == 4 ? 4 : 1;
    }

    private static String hash(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
