package fi.kumppani.events.needs.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How long needs are kept.
 *
 * @param keepFor after the end of the event
 */
@ConfigurationProperties("kumppani.events.needs")
record NeedsSettings(@DefaultValue("7d") Duration keepFor) {

    /**
     * @throws IllegalArgumentException when they would be erased before the event is over
     */
    NeedsSettings {
        if (keepFor.isNegative()) {
            throw new IllegalArgumentException("Needs are kept until the event is over");
        }
    }
}
