package fi.kumppani.portal.application;

import com.sun.net.httpserver.HttpExchange;

import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A section that grants-service keeps as it is written, for whoever has seen its last version. */
final class KeptSection {

    private static final String PATH = FakeGrants.APPLICATION + "/sections/doing";

    private final StubService grants;
    private volatile String body = "{\"answers\":{}}";
    private final AtomicInteger version = new AtomicInteger(1);
    private volatile long delay;

    KeptSection(StubService grants) {
        this.grants = grants;
        grants.on("GET " + PATH, exchange -> told().answer(exchange));
        grants.on("PUT " + PATH, this::write);
    }

    /** What was written last. */
    String body() {
        return body;
    }

    /** Which versions those who wrote had seen. */
    List<String> puts() {
        return grants.asked().stream()
                .filter(asked -> asked.method().equals("PUT"))
                .map(asked -> asked.header("If-Match").getFirst())
                .toList();
    }

    /** From now on takes so many milliseconds to write. */
    void answersAfter(long milliseconds) {
        delay = milliseconds;
    }

    void isWrittenBySomebodyElse() {
        body = "{\"answers\":{\"what\":\"Toisen vastaus\"}}";
        version.incrementAndGet();
    }

    private void write(HttpExchange exchange) throws IOException {
        Asked asked = grants.last("PUT");
        if (!asked.header("If-Match").getFirst().equals(tag())) {
            Reply.problem(412, "stale").answer(exchange);
            return;
        }
        body = asked.body();
        version.incrementAndGet();
        told().after(delay).answer(exchange);
    }

    private Reply told() {
        return Reply.json(200, body).and("ETag", tag());
    }

    private String tag() {
        return "\"" + version.get() + "\"";
    }
}
