package fi.kumppani.portal.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Removes ended sessions now and then. Several instances may do so at once; nothing depends on it.
 */
final class SessionSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(SessionSweeper.class);

    private final MongoSessions sessions;

    SessionSweeper(MongoSessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(
            initialDelayString = "PT1M",
            fixedDelayString = "${kumppani.sessions.sweep-every:1h}")
    void sweep() {
        try {
            long removed = sessions.sweep();
            LOG.debug("{} ended sessions are removed", removed);
        } catch (SessionStoreAwayException e) {
            LOG.warn("Ended sessions stay until the store is back");
        }
    }
}
