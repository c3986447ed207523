package fi.kumppani.grants.recovery;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** That a grantee is heard before something is claimed back (hallintolaki 434/2003, 34 §). */
public sealed interface Hearing {

    /**
     * The grantee may say something until a day.
     *
     * @param until the last day
     * @param answer what was said, kept encrypted; null for nothing yet
     */
    record Offered(LocalDate until, @Nullable String answer) implements Hearing {

        /** The most characters of an answer. */
        public static final int MOST_CHARACTERS = 10_000;

        /** Says nothing of the answer, so that no log does. */
        @Override
        public String toString() {
            return "Offered[" + until + "]";
        }
    }

    /** Nobody has to be heard (34 § 2). */
    record Waived(Why why) implements Hearing {}

    /** Why nobody has to be heard. */
    enum Why {
        /** Hearing is manifestly unnecessary, as when the grantee has asked for it. */
        UNNECESSARY,
        /** Hearing could frustrate the purpose of the decision. */
        WOULD_FRUSTRATE
    }

    /** Whether it may be decided on this day. */
    default boolean isOver(LocalDate today) {
        return switch (this) {
            case Offered(var until, var answer) -> answer != null || today.isAfter(until);
            case Waived _ -> true;
        };
    }
}
