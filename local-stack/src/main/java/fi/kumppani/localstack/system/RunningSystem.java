package fi.kumppani.localstack.system;

import fi.kumppani.localstack.LocalStackSettings;
import fi.kumppani.localstack.identity.Demonstration;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Where everything is, and how to act as anybody, for what is done to a system from outside. */
public final class RunningSystem {

    private static final JsonMapper JSON = new JsonMapper();

    private final LocalStackSettings settings;
    private final HttpClient http;

    public RunningSystem(LocalStackSettings settings, HttpClient http) {
        this.settings = settings;
        this.http = http;
    }

    /** A service itself, not through the portal. */
    public URI addressOf(Service service) {
        return service.address(settings.ports());
    }

    /** The mail catcher, whose {@code /api/mails} lists what was sent. */
    public URI mail() {
        return URI.create("http://localhost:" + settings.ports().mail());
    }

    /** One client for all steps. */
    public HttpClient http() {
        return http;
    }

    /** A fresh access token of a demonstration user, good for 15 minutes. */
    public String tokenOf(String username) throws IOException, InterruptedException {
        return token(Demonstration.clientOf(username), "");
    }

    /** A fresh access token of a program, good for 15 minutes. */
    public String tokenOf(String program, String scope) throws IOException, InterruptedException {
        return token(program, "&scope=" + scope);
    }

    private String token(String client, String more) throws IOException, InterruptedException {
        String credentials = client + ":" + Demonstration.secretOf(client);
        var request =
                HttpRequest.newBuilder(URI.create(settings.issuer() + "/oauth2/token"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        credentials.getBytes(
                                                                StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString("grant_type=client_credentials" + more))
                        .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "No token for %s: %d %s"
                            .formatted(client, response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body()).get("access_token").asString();
    }
}
