package fi.kumppani.newsletter.link;

import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Says whether the links in the letters of the current municipality are counted. An issue that is
 * on its way stays as it was.
 */
@Service
public class SwitchLinkCounting {

    private final LinkCountings countings;
    private final Clock clock;

    SwitchLinkCounting(LinkCountings countings, Clock clock) {
        this.countings = countings;
        this.clock = clock;
    }

    /**
     * They are, from now on.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Stored<LinkCounting> turnOn(long version) {
        Instant now = now();
        return countings.change(version, counting -> counting.on(now));
    }

    /**
     * They are not, from now on.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Stored<LinkCounting> turnOff(long version) {
        Instant now = now();
        return countings.change(version, counting -> counting.off(now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
