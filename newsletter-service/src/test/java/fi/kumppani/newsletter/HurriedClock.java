package fi.kumppani.newsletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes as all do, but can be put forward. */
public final class HurriedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** Puts it so far ahead of the real time. */
    public void setAhead(Duration time) {
        ahead = time;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
