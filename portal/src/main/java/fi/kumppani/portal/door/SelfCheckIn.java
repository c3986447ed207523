package fi.kumppani.portal.door;

import fi.kumppani.portal.event.EventView;

import java.time.Duration;
import java.time.Instant;

/** Until when people may say by themselves that they have come, as events-service has it. */
final class SelfCheckIn {

    private static final Duration AFTER_THE_EVENT = Duration.ofHours(3);

    private SelfCheckIn() {}

    static Instant until(EventView event) {
        return Instant.parse(event.endsAt()).plus(AFTER_THE_EVENT);
    }
}
