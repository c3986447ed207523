package fi.kumppani.portal.session;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.SessionRepository;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps sessions in the document store, found by {@code _id} alone. Only what a request changed is
 * written, so requests side by side do not undo one another, and a session that was ended meanwhile
 * stays ended.
 */
final class MongoSessions implements SessionRepository<PortalSession> {

    private static final Logger LOG = LoggerFactory.getLogger(MongoSessions.class);

    private static final String ID = "_id";
    private static final String CREATED = "createdAt";
    private static final String ACCESSED = "accessedAt";
    private static final String EXPIRES = "expiresAt";
    private static final String ATTRIBUTES = "attributes";

    /** How exactly the store knows when a session was last used. */
    private static final Duration ACCESS_PRECISION = Duration.ofMinutes(1);

    /**
     * What logins consist of, and nothing else, becomes an object again; so does a form of a
     * million characters that is kept over a login.
     */
    private static final ObjectInputFilter KNOWN_CLASSES =
            ObjectInputFilter.Config.createFilter(
                    "maxdepth=40;maxbytes=4194304;maxarray=65536;"
                            + "org.springframework.security.**;"
                            + "java.lang.*;java.util.**;java.time.**;java.net.*;java.math.*;"
                            + "com.nimbusds.**;!*");

    private final MongoCollection<Document> sessions;
    private final Duration timeout;
    private final Clock clock;

    MongoSessions(MongoCollection<Document> sessions, Duration timeout, Clock clock) {
        this.sessions = sessions;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public PortalSession createSession() {
        return new PortalSession(SessionSeal.newSessionId(), timeout, clock);
    }

    @Override
    public void save(PortalSession session) {
        String storedId = session.storedId();
        boolean same = session.getId().equals(storedId);
        if (same
                && session.changed().isEmpty()
                && session.unstoredAccess().compareTo(ACCESS_PRECISION) < 0) {
            return;
        }
        inStore(
                () -> {
                    if (storedId == null) {
                        sessions.insertOne(document(session));
                    } else if (same) {
                        sessions.updateOne(byId(storedId), changes(session));
                    } else if (sessions.deleteOne(byId(storedId)).getDeletedCount() > 0) {
                        sessions.insertOne(document(session));
                    }
                    return session;
                });
        session.stored();
    }

    @Override
    public @Nullable PortalSession findById(String id) {
        Document found = inStore(() -> sessions.find(byId(id)).first());
        if (found == null) {
            return null;
        }
        try {
            PortalSession session = session(id, found);
            return session.isExpired() ? null : session;
        } catch (GeneralSecurityException | IOException | ClassNotFoundException e) {
            LOG.warn("A session cannot be read and counts as ended: {}", e.getClass().getName());
            return null;
        }
    }

    @Override
    public void deleteById(String id) {
        inStore(() -> sessions.deleteOne(byId(id)));
    }

    /** Removes the sessions that nobody can use any more; says how many. */
    long sweep() {
        return inStore(() -> sessions.deleteMany(lte(EXPIRES, clock.instant())).getDeletedCount());
    }

    private Document document(PortalSession session) {
        SessionSeal seal = SessionSeal.of(session.getId());
        Document attributes = new Document();
        session.getAttributeNames()
                .forEach(name -> attributes.put(field(name), sealed(seal, session, name)));
        return new Document(ID, seal.documentId())
                .append(CREATED, session.getCreationTime())
                .append(ACCESSED, session.getLastAccessedTime())
                .append(EXPIRES, session.expiresAt())
                .append(ATTRIBUTES, attributes);
    }

    private static Bson changes(PortalSession session) {
        SessionSeal seal = SessionSeal.of(session.getId());
        List<Bson> changes = new ArrayList<>();
        changes.add(Updates.set(ACCESSED, session.getLastAccessedTime()));
        changes.add(Updates.set(EXPIRES, session.expiresAt()));
        for (String name : session.changed()) {
            String path = ATTRIBUTES + "." + field(name);
            changes.add(
                    session.getAttributeNames().contains(name)
                            ? Updates.set(path, sealed(seal, session, name))
                            : Updates.unset(path));
        }
        return Updates.combine(changes);
    }

    private PortalSession session(String id, Document document)
            throws GeneralSecurityException, IOException, ClassNotFoundException {
        SessionSeal seal = SessionSeal.of(id);
        Map<String, Object> attributes = new HashMap<>();
        for (var entry : document.get(ATTRIBUTES, Document.class).entrySet()) {
            String name = name(entry.getKey());
            byte[] content = seal.open(name, ((Binary) entry.getValue()).getData());
            attributes.put(name, deserialized(content));
        }
        Instant accessed = document.getDate(ACCESSED).toInstant();
        return new PortalSession(
                id,
                id,
                attributes,
                document.getDate(CREATED).toInstant(),
                accessed,
                Duration.between(accessed, document.getDate(EXPIRES).toInstant()),
                clock);
    }

    private static Binary sealed(SessionSeal seal, PortalSession session, String name) {
        Object value = session.getAttribute(name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binary(seal.close(name, bytes.toByteArray()));
    }

    private static Object deserialized(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            input.setObjectInputFilter(KNOWN_CLASSES);
            return input.readObject();
        }
    }

    /** Names of attributes have dots, which names of fields must not have. */
    private static String field(String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(String field) {
        return new String(Base64.getUrlDecoder().decode(field), StandardCharsets.UTF_8);
    }

    private static Bson byId(String sessionId) {
        return eq(ID, SessionSeal.of(sessionId).documentId());
    }

    private static <T> T inStore(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw new SessionStoreAwayException(e);
        }
    }
}
