package fi.kumppani.system.fault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What a method answers in whose place a fault stands. */
public final class Answers {

    /** Beyond any count, and beyond any moment in milliseconds with some bits to spare. */
    private static final AtomicLong NEWEST = new AtomicLong(Long.MAX_VALUE / 2);

    private Answers() {}

    /**
     * The empty value of a type.
     *
     * @throws IllegalArgumentException when none is known
     */
    public static Object none(String type) {
        return switch (type) {
            case "java.util.Optional" -> Optional.empty();
            case "java.util.Map" -> Map.of();
            case "java.util.List" -> List.of();
            default -> throw new IllegalArgumentException("No empty " + type + " is known");
        };
    }

    /** A text that was never answered before. */
    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** A number greater than all before. */
    public static long newest() {
        return NEWEST.incrementAndGet();
    }
}
