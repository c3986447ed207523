package fi.kumppani.kit.outbox;

import java.time.Duration;
import java.util.Optional;

/** What the outbox still owes: shown in the health of Kafka and as metrics. */
public interface UnsentMessages {

    /** The age of the oldest message that is not on its topic yet; empty when nothing is owed. */
    Optional<Duration> oldestAge();

    /** How many messages are owed. */
    long count();
}
