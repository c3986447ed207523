package fi.kumppani.system.benchmark;

import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Public pages at 200 requests a second: when their first byte comes beside that of a page which
 * asks nobody, and how much is transferred with all that a page loads.
 */
final class PublicPages implements Benchmarks.Benchmark {

    private static final int PER_SECOND = 200;
    private static final int SECONDS = 6;
    private static final int PAIRS = 5;
    private static final int EVENTS = 40;
    private static final int ASSOCIATIONS = 60;
    private static final double TIMES_A_PAGE = 5;
    private static final double MOST_KILOBYTES = 100;
    private static final double BYTES_A_KILOBYTE = 1_000;
    private static final String HERE = "/v1/municipalities/743";
    private static final String IDLE = "/login/failed";
    private static final Pattern LOADED =
            Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public void measure(Report report) throws Exception {
        try (TestStand stand = new TestStand("public-pages")) {
            stand.start(Engine.KAFKA, Engine.MONGODB, Engine.IDENTITY, Engine.MAIL);
            stand.startAsDeployed(Service.values());
            Map<String, String> pages = fill(stand);
            URI portal = stand.url(Service.PORTAL);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                report.limit(
                        page.getKey() + " with all it loads",
                        transferred(portal, page.getValue()) / BYTES_A_KILOBYTE,
                        MOST_KILOBYTES,
                        "kB");
                measure(report, portal, page.getKey(), page.getValue());
            }
        }
    }

    private void measure(Report report, URI portal, String name, String path) throws Exception {
        var _ = tail(portal.resolve(IDLE));
        var _ = tail(portal.resolve(path));
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            double floor = tail(portal.resolve(IDLE));
            double own = tail(portal.resolve(path));
            ours.add(own);
            ratios.add(own / floor);
        }
        report.ratio(name + " ÷ a page that asks nobody", ratios, TIMES_A_PAGE);
        report.absolute(name + " p95", Figures.percentile(ours, 50), "ms");
    }

    /** The p95 until the first byte, in ms. */
    private double tail(URI page) throws Exception {
        return Figures.percentile(
                OpenLoop.of(PER_SECOND, PER_SECOND * SECONDS, (_, meant) -> firstByte(page, meant)),
                95);
    }

    private double firstByte(URI page, long meant) throws Exception {
        HttpResponse<InputStream> response =
                client.send(request(page), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200 || body.read() < 0) {
                throw new IllegalStateException(page + ": " + response.statusCode());
            }
            double millis = (System.nanoTime() - meant) / 1e6;
            body.transferTo(OutputStream.nullOutputStream());
            return millis;
        }
    }

    /** The bytes of a page and of all its own files, as they are sent to a browser. */
    private double transferred(URI portal, String path) throws Exception {
        byte[] page = bytes(portal.resolve(path));
        double sum = page.length;
        Matcher loaded = LOADED.matcher(unpacked(page));
        while (loaded.find()) {
            sum += bytes(portal.resolve(loaded.group(1))).length;
        }
        return sum;
    }

    private byte[] bytes(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(request(address), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(address + ": " + response.statusCode());
        }
        return response.body();
    }

    private static String unpacked(byte[] page) throws IOException {
        try (var body = new GZIPInputStream(new ByteArrayInputStream(page))) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Encoding", "gzip")
                .header("Accept-Language", "fi")
                .build();
    }

    /** A municipality with some life in it; its pages by name. */
    private static Map<String, String> fill(TestStand stand) {
        Api coordinator = Api.anonymous(stand).as("coordinator.seinajoki");
        Api events = coordinator.at(Service.EVENTS);
        String last = "";
        for (int i = 0; i < EVENTS; i++) {
            last = event(events, i);
        }
        String association = "";
        for (int i = 0; i < ASSOCIATIONS; i++) {
            association =
                    coordinator
                            .at(Service.REGISTRY)
                            .post(
                                    HERE + "/associations",
                                    Map.of(
                                            "name",
                                            Map.of("fi", "Kyläyhdistys " + i),
                                            "form",
                                            "registered-association"))
                            .expect(201)
                            .id();
        }
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("start page", "/m/743");
        pages.put("events", "/m/743/events");
        pages.put("event", "/m/743/events/" + last);
        pages.put("associations", "/m/743/associations");
        pages.put("association", "/m/743/associations/" + association);
        pages.put("letters", "/m/743/letters");
        return pages;
    }

    private static String event(Api events, int number) {
        Instant start =
                Instant.now().truncatedTo(ChronoUnit.HOURS).plus(30 + number, ChronoUnit.DAYS);
        Api.Answer drafted =
                events.post(
                                HERE + "/events",
                                Map.of(
                                        "title", Map.of("fi", "Järjestöilta " + number),
                                        "venue", Map.of("name", Map.of("fi", "Matara-sali")),
                                        "startsAt", start.toString(),
                                        "endsAt", start.plus(2, ChronoUnit.HOURS).toString(),
                                        "registrationDeadline",
                                                start.minus(2, ChronoUnit.DAYS).toString(),
                                        "capacity", 80))
                        .expect(201);
        var _ =
                events.put(HERE + "/events/" + drafted.id() + "/publication", drafted.etag(), "")
                        .expect(200);
        return drafted.id();
    }
}
