package fi.kumppani.portal.session;

import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A session at work in one request; remembers what the request changed. */
final class PortalSession implements Session {

    private final Clock clock;
    private final Map<String, Object> attributes;
    private final Set<String> changed = new HashSet<>();
    private final Instant creationTime;

    private String id;
    private @Nullable String storedId;
    private Instant lastAccessedTime;
    private Duration maxInactiveInterval;
    private Instant storedAccess;

    /** A session that nobody has stored yet. */
    PortalSession(String id, Duration maxInactiveInterval, Clock clock) {
        this(
                id,
                null,
                new HashMap<>(),
                clock.instant(),
                clock.instant(),
                maxInactiveInterval,
                clock);
    }

    PortalSession(
            String id,
            @Nullable String storedId,
            Map<String, Object> attributes,
            Instant creationTime,
            Instant lastAccessedTime,
            Duration maxInactiveInterval,
            Clock clock) {
        this.id = id;
        this.storedId = storedId;
        this.attributes = attributes;
        this.creationTime = creationTime;
        this.lastAccessedTime = lastAccessedTime;
        this.storedAccess = lastAccessedTime;
        this.maxInactiveInterval = maxInactiveInterval;
        this.clock = clock;
    }

    /** The id it is stored under; none when it is new. */
    @Nullable String storedId() {
        return storedId;
    }

    /** The attributes that were set or removed since it was stored. */
    Set<String> changed() {
        return Set.copyOf(changed);
    }

    /** How long ago the store was told of the last access. */
    Duration unstoredAccess() {
        return Duration.between(storedAccess, lastAccessedTime);
    }

    void stored() {
        storedId = id;
        storedAccess = lastAccessedTime;
        changed.clear();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = SessionSeal.newSessionId();
        return id;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <T> @Nullable T getAttribute(String attributeName) {
        return (T) attributes.get(attributeName);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String attributeName, @Nullable Object attributeValue) {
        changed.add(attributeName);
        if (attributeValue == null) {
            attributes.remove(attributeName);
        } else {
            attributes.put(attributeName, attributeValue);
        }
    }

    @Override
    public void removeAttribute(String attributeName) {
        setAttribute(attributeName, null);
    }

    @Override
    public Instant getCreationTime() {
        return creationTime;
    }

    @Override
    public void setLastAccessedTime(Instant lastAccessedTime) {
        this.lastAccessedTime = lastAccessedTime;
    }

    @Override
    public Instant getLastAccessedTime() {
        return lastAccessedTime;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        maxInactiveInterval = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return maxInactiveInterval;
    }

    Instant expiresAt() {
        return lastAccessedTime.plus(maxInactiveInterval);
    }

    @Override
    public boolean isExpired() {
        return !clock.instant().isBefore(expiresAt());
    }
}
