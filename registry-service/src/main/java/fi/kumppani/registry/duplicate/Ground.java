package fi.kumppani.registry.duplicate;

/** Why two associations look like the same one, the strongest first. */
public enum Ground {
    /** They are called the same, however it is written. */
    SAME_NAME(1),
    /** Their mail goes to an address that nobody else has. */
    SAME_MAILBOX(2),
    /** They are called nearly the same. */
    SIMILAR_NAME(3);

    private final int rank;

    Ground(int rank) {
        this.rank = rank;
    }

    /** Its place among the grounds; one digit, 1 for the strongest. */
    int rank() {
        return rank;
    }
}
