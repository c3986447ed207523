package fi.kumppani.system.stand;

import static org.awaitility.Awaitility.await;

import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list with many readers. One goes the whole way from the form to the button; the others are put
 * into the store in that one's likeness, as thousands of them would take as many minutes.
 */
public final class Readers {

    /** The municipality whose list it is. */
    public static final String HOME = "/v1/municipalities/743";

    private static final Pattern TOKEN = Pattern.compile("confirm\\?token=([A-Za-z0-9_.~-]+)");
    private static final int PAGE = 1_000;
    private static final JsonWriterSettings WITH_TYPES =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final Api coordinator;
    private final Store store;
    private final Api anybody;
    private final SmtpSink sink;

    public Readers(TestStand stand, SmtpSink sink) {
        this.coordinator = Api.anonymous(stand).as("coordinator.seinajoki").at(Service.NEWSLETTER);
        this.anybody = Api.anonymous(stand).at(Service.NEWSLETTER);
        this.store = new Store(stand);
        this.sink = sink;
    }

    /** Makes the list, the first of its stand, and gives its id. */
    public String list(int readers) {
        String list =
                coordinator
                        .post(HOME + "/lists", Map.of("name", Map.of("fi", "Uutiskirje")))
                        .expect(201)
                        .id();
        anybody.post(
                        HOME + "/lists/" + list + "/subscriptions",
                        Map.of("email", address(0), "language", "fi"))
                .expect(202);
        await().atMost(Duration.ofMinutes(1)).until(() -> sink.count() == 1);
        anybody.post(
                        HOME + "/subscription-confirmations",
                        Map.of("token", token(sink.taken().getFirst().content())))
                .expect(200);
        await().atMost(Duration.ofMinutes(1)).until(() -> store.owing(Service.NEWSLETTER) == 0);
        Document first = store.only(Service.NEWSLETTER, "subscriptions");
        List<Document> page = new ArrayList<>();
        for (int i = 1; i < readers; i++) {
            page.add(like(first, list, i));
            if (page.size() == PAGE || i == readers - 1) {
                store.put(Service.NEWSLETTER, "subscriptions", page);
                page.clear();
            }
        }
        return list;
    }

    /** Writes an issue and orders it to be sent; gives its path. */
    public String send(String list, int number, String text) {
        Api.Answer draft =
                coordinator
                        .post(
                                HOME + "/lists/" + list + "/issue-drafts",
                                Map.of(
                                        "number",
                                        number,
                                        "year",
                                        2026,
                                        "title",
                                        Map.of("fi", "Kumppanuuspöytä kutsuu"),
                                        "items",
                                        List.of(
                                                Map.of(
                                                        "title",
                                                        Map.of("fi", "Kumppanuuspöytä"),
                                                        "text",
                                                        Map.of("fi", text)))))
                        .expect(201);
        String path = HOME + "/issue-drafts/" + draft.id();
        coordinator.put(path + "/sending", draft.etag(), "").expect(202);
        return path;
    }

    /** Ends an issue that is on its way, whose version changes while it is sent. */
    public void stop(String issue) {
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            String etag = coordinator.get(issue).expect(200).etag();
                            return coordinator
                                            .send(
                                                    "DELETE",
                                                    issue + "/sending",
                                                    Map.of("If-Match", etag),
                                                    "")
                                            .status()
                                    < 300;
                        });
    }

    /** How far it is. */
    public Api.Answer progress(String issue) {
        return coordinator.get(issue + "/sending").expect(200);
    }

    /** The address of a reader. */
    public static String address(int reader) {
        return "reader" + reader + "@example.org";
    }

    private static Document like(Document first, String list, int number) {
        String id = list + ":" + "%043d".formatted(number);
        Document copy = Document.parse(first.toJson(WITH_TYPES));
        copy.put("_id", id);
        copy.get("creation", Document.class).put("key", id);
        Document body = copy.get("body", Document.class);
        body.put("reference", UUID.randomUUID().toString());
        body.get("to", Document.class).put("email", address(number));
        return copy;
    }

    private static String token(String letter) {
        Matcher found = TOKEN.matcher(letter.replace("=\n", "").replace("=3D", "="));
        if (!found.find()) {
            throw new IllegalStateException("No token in the letter");
        }
        return found.group(1);
    }
}
