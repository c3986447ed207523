package fi.kumppani.contracts;

/**
 * A Kafka topic: one per kind of aggregate, keyed by aggregate id, so that order is promised per
 * aggregate.
 *
 * <p>Topics keep everything ({@code cleanup.policy=delete}, {@code retention.ms=-1}): read models
 * are rebuilt from their beginning.
 *
 * @param name the topic's name, {@code <service>.<aggregate>}
 * @param partitions how many partitions it is created with; at least 1, and never changed for a
 *     topic in use, because a key would change its partition
 */
public record Topic(String name, int partitions) {

    /**
     * The dead-letter topic of one consumer group, {@code <topic>.<group>.dlt}, as wide as its
     * source.
     */
    public Topic deadLetters(String group) {
        return new Topic(name + "." + group + ".dlt", partitions);
    }
}
