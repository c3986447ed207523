package fi.kumppani.newsletter.link.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.Engines;
import fi.kumppani.kit.testing.TestIssuer;
import fi.kumppani.newsletter.NewsletterServiceApplication;
import fi.kumppani.newsletter.link.CountedLinks;
import fi.kumppani.newsletter.link.SwitchLinkCounting;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Links in letters while the store is really away, and what was counted when the service stops. */
class StoreAwayIntegrationTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("301");
    private static final URI TARGET = URI.create("https://www.example.org/haku?x=1");
    private static final String KEY = "dGVzdHMtc2lnbi10aGVpci1saW5rcy13aXRoLXRoaXMta2V5IQ==";
    private static final String DATABASE = "store-away";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final MongoServer store = new MongoServer(new MemoryBackend());
    private String storeAddress = "";
    private @Nullable ConfigurableApplicationContext service;

    @BeforeEach
    void start() {
        storeAddress = "mongodb://localhost:" + store.bind().getPort();
        String name = Engines.uniqueName();
        service =
                new SpringApplication(NewsletterServiceApplication.class)
                        .run(
                                "--server.port=0",
                                "--spring.mongodb.uri="
                                        + storeAddress
                                        + "/?serverSelectionTimeoutMS=1000",
                                "--spring.mongodb.database=" + DATABASE,
                                "--kumppani.kafka.brokers=" + Engines.shared().kafka(),
                                "--kumppani.test.group-suffix=." + name,
                                "--kumppani.security.issuer=" + TestIssuer.ISSUER,
                                "--kumppani.links.key=" + KEY,
                                "--kumppani.confidential.key="
                                        + "dGhpcnR5LXR3by1ieXRlcy1vZi10aGUtdGVzdHMtITE=");
    }

    @AfterEach
    void stop() {
        service().close();
        store.shutdownNow();
    }

    @Test
    void areFollowedWithinASecond() throws Exception {
        URI link = link();
        assertThat(follow(link).statusCode()).as("while it is there").isEqualTo(303);
        store.shutdownNow();

        long before = System.nanoTime();
        HttpResponse<Void> followed = follow(link);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
        assertThat(followed.statusCode()).isEqualTo(303);
        assertThat(followed.headers().firstValue("Location")).contains(TARGET.toString());
    }

    @Test
    void areInTheCountsThatAStoppingServiceKeeps() throws Exception {
        assertThat(follow(link()).statusCode()).isEqualTo(303);

        service().close();

        try (MongoClient client = MongoClients.create(storeAddress)) {
            List<Document> counts =
                    client.getDatabase(DATABASE)
                            .getCollection("link.hits")
                            .find()
                            .into(new ArrayList<>());
            assertThat(counts)
                    .singleElement()
                    .extracting(Document::toJson)
                    .asString()
                    .contains("\"count\": 1");
        }
    }

    private ConfigurableApplicationContext service() {
        if (service == null) {
            throw new IllegalStateException("It is started before each test");
        }
        return service;
    }

    private URI link() {
        URI mailed =
                Tenancy.callIn(
                        HERE,
                        () -> {
                            var _ = service().getBean(SwitchLinkCounting.class).turnOn(0);
                            return service()
                                    .getBean(CountedLinks.class)
                                    .inLetters("issue", Clock.systemUTC().instant())
                                    .orElseThrow()
                                    .to(0, TARGET);
                        });
        String path = mailed.getPath();
        return URI.create(
                "http://localhost:%s/v1/municipalities/%s/counted-links/%s"
                        .formatted(
                                service().getEnvironment().getRequiredProperty("local.server.port"),
                                HERE.value(),
                                path.substring(path.lastIndexOf('/') + 1)));
    }

    private static HttpResponse<Void> follow(URI link) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(link)
                            .header("User-Agent", "Mozilla/5.0 (X11; Linux) Firefox/144.0")
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }
}
