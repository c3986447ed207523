package fi.kumppani.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;

import fi.kumppani.portal.testing.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class MongoSessionsIntegrationTests {

    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final Instant BEGIN = Instant.parse("2026-11-21T12:00:00Z");

    private final MongoClient client = MongoClients.create(TestStore.address());
    private final MongoCollection<Document> documents =
            client.getDatabase("portal-session-tests").getCollection("sessions");
    private final SettableClock clock = new SettableClock();
    private final MongoSessions sessions = new MongoSessions(documents, TIMEOUT, clock);

    @BeforeEach
    void beginEmpty() {
        documents.drop();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void keepsWhatASessionHoldsForAnotherInstance() {
        PortalSession session = saved("who", "coordinator");

        PortalSession found =
                Objects.requireNonNull(
                        new MongoSessions(documents, TIMEOUT, clock).findById(session.getId()));

        assertThat(found.<String>getAttribute("who")).isEqualTo("coordinator");
        assertThat(found.getCreationTime()).isEqualTo(BEGIN);
        assertThat(found.getMaxInactiveInterval()).isEqualTo(TIMEOUT);
    }

    @Test
    void tellsTheStoreNeitherIdNorContent() {
        PortalSession session = saved("who", "coordinator");

        assertThat(Objects.requireNonNull(documents.find().first()).toJson())
                .doesNotContain(session.getId())
                .doesNotContain("coordinator");
    }

    @Test
    void writesOnlyWhatChanged() {
        PortalSession first = saved("a", "1");
        PortalSession one = found(first.getId());
        PortalSession other = found(first.getId());
        one.setAttribute("a", "2");
        other.setAttribute("b", "3");

        sessions.save(one);
        sessions.save(other);

        PortalSession found = found(first.getId());
        assertThat(found.<String>getAttribute("a")).isEqualTo("2");
        assertThat(found.<String>getAttribute("b")).isEqualTo("3");
    }

    @Test
    void removesAttributes() {
        PortalSession session = saved("org.example.dotted", "1");
        session.removeAttribute("org.example.dotted");
        sessions.save(session);

        assertThat(found(session.getId()).getAttributeNames()).isEmpty();
    }

    @Test
    void bringsNoEndedSessionBack() {
        PortalSession session = saved("a", "1");
        PortalSession slowRequest = found(session.getId());
        slowRequest.setAttribute("a", "2");
        PortalSession slowLogin = found(session.getId());
        slowLogin.changeSessionId();

        sessions.deleteById(session.getId());
        sessions.save(slowRequest);
        sessions.save(slowLogin);

        assertThat(documents.countDocuments()).isZero();
    }

    @Test
    void movesToANewIdAndForgetsTheOld() {
        PortalSession session = saved("a", "1");
        String before = session.getId();
        session.changeSessionId();

        sessions.save(session);

        assertThat(sessions.findById(before)).isNull();
        assertThat(found(session.getId()).<String>getAttribute("a")).isEqualTo("1");
        assertThat(documents.countDocuments()).isEqualTo(1);
    }

    @Test
    void endsWhenNobodyUsesIt() {
        PortalSession session = saved("a", "1");
        clock.advance(TIMEOUT.minusSeconds(1));
        PortalSession used = found(session.getId());
        used.setLastAccessedTime(clock.instant());
        sessions.save(used);
        clock.advance(TIMEOUT.minusSeconds(1));
        assertThat(sessions.findById(session.getId())).isNotNull();

        clock.advance(Duration.ofSeconds(1));

        assertThat(sessions.findById(session.getId())).isNull();
    }

    @Test
    void sweepsWhatHasEnded() {
        saved("a", "1");
        clock.advance(TIMEOUT.dividedBy(2));
        PortalSession younger = saved("a", "2");
        clock.advance(TIMEOUT.dividedBy(2));

        assertThat(sessions.sweep()).isEqualTo(1);
        assertThat(sessions.findById(younger.getId())).isNotNull();
    }

    @Test
    void countsWhatItCannotReadAsEnded() {
        PortalSession session = saved("a", new ArrayList<>(List.of("1")));
        assertThat(sessions.findById(session.getId())).isNotNull();

        PortalSession foreign = saved("a", new SettableClock());

        assertThat(sessions.findById(foreign.getId())).isNull();
    }

    @Test
    void saysWhenTheStoreIsAway() {
        client.close();

        assertThatThrownBy(() -> sessions.findById("any"))
                .isInstanceOfAny(SessionStoreAwayException.class, IllegalStateException.class);
    }

    private PortalSession found(String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }

    private PortalSession saved(String name, Object value) {
        PortalSession session = sessions.createSession();
        session.setAttribute(name, value);
        sessions.save(session);
        return session;
    }

    private static final class SettableClock extends Clock implements Serializable {

        private Instant now = BEGIN;

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
