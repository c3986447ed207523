package fi.kumppani.system.stand;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What arrived by mail. */
public final class Mailbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestStand stand;

    public Mailbox(TestStand stand) {
        this.stand = stand;
    }

    /** The letters to one address, newest first. */
    public List<JsonNode> to(String address) {
        return ask("/api/mails?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    /** The letters to everybody, newest first. */
    public List<JsonNode> all() {
        return ask("/api/mails");
    }

    private List<JsonNode> ask(String question) {
        String body =
                Http.send(
                                HttpRequest.newBuilder(stand.mailUrl().resolve(question))
                                        .timeout(Duration.ofSeconds(10))
                                        .build())
                        .body();
        List<JsonNode> letters = new ArrayList<>();
        JSON.readTree(body).forEach(letters::add);
        return letters;
    }
}
