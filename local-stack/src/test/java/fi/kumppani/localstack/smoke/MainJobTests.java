package fi.kumppani.localstack.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.localstack.system.ScriptedSystem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What a walk makes is soon over, so that walks do not fill the start pages. */
class MainJobTests {

    private static final Instant NOW = Instant.parse("2026-11-21T10:20:00Z");
    private static final String EVENTS = "/api/events/v1/municipalities/743/events";
    private static final String CALLS = "/api/grants/v1/municipalities/052/calls";

    private final ScriptedSystem system = new ScriptedSystem();
    private final MainJob walk = new MainJob(system.running(), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void announcesAnEventThreeDaysAhead() throws Exception {
        system.reply("POST " + EVENTS, 201, "{\"id\": \"e1\"}");
        system.reply("PUT " + EVENTS + "/e1/publication", 200, "{\"status\": \"published\"}");

        var _ = walk.announceEvent();

        var event = system.requests("POST " + EVENTS).getFirst().json();
        assertThat(event.path("startsAt").asString()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(Instant.parse(event.path("registrationDeadline").asString())).isAfter(NOW);
    }

    @Test
    void publishesACallThatClosesAfterAnHour() throws Exception {
        system.reply("POST " + CALLS, 201, "{\"id\": \"c1\"}");
        system.reply("PUT " + CALLS + "/c1/publication", 200, "{\"open\": true}");

        var _ = walk.publishCall();

        var call = system.requests("POST " + CALLS).getFirst().json();
        assertThat(call.path("closesAt").asString()).isEqualTo("2026-11-21T11:20:00Z");
    }
}
