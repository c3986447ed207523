package fi.kumppani.newsletter.link.counting;

import fi.kumppani.kit.background.BackgroundWork;
import fi.kumppani.newsletter.link.HitsAtHand;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** Brings counts of links to the store every few seconds, and when the service stops. */
@Component
final class HitKeeper extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(HitKeeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private final HitsAtHand hitsAtHand;

    HitKeeper(HitsAtHand hitsAtHand) {
        super("keeper-of-link-counts");
        this.hitsAtHand = hitsAtHand;
    }

    @Override
    protected Duration work() {
        return keep() ? PAUSE : AFTER_A_FAULT;
    }

    @PreDestroy
    void keepTheLast() {
        var _ = keep();
    }

    private boolean keep() {
        try {
            hitsAtHand.keep();
            return true;
        } catch (RuntimeException e) {
            log.warn("Counts of links wait for the store: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
