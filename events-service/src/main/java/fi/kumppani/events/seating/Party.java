package fi.kumppani.events.seating;

import org.jspecify.annotations.Nullable;

/**
 * Those who come under one number.
 *
 * @param seats how many they are, at least 1
 * @param quota the quota their seats count in; null for none
 */
public record Party(int seats, @Nullable String quota) {

    /** One person, in no quota. */
    public static final Party ONE = new Party(1, null);

    /**
     * @throws IllegalArgumentException when it is nobody
     */
    public Party {
        if (seats < 1) {
            throw new IllegalArgumentException("A party has at least one person");
        }
    }
}
