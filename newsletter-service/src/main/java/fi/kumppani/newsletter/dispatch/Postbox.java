package fi.kumppani.newsletter.dispatch;

import fi.kumppani.newsletter.letter.Letter;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Where letters are handed to the mail server.
 *
 * <p>A slot is had first, so that nobody claims a letter which then cannot leave: while the server
 * is away, nothing is written and nothing is lost.
 */
public interface Postbox {

    /** Waits a little for a connection and a place in the rate. */
    Opening open();

    /**
     * The same for what nobody waits for: it leaves a part of every rate to other letters. Without
     * rates there is nothing to spare.
     */
    default Postbox sparing() {
        return this;
    }

    /** Whether letters can leave just now. */
    sealed interface Opening {

        /** One letter can. */
        record Open(Slot slot) implements Opening {}

        /** None can; worth trying again then. */
        record Closed(Duration retryAfter) implements Opening {}
    }

    /** The right to hand over one letter, to be closed in any case. */
    interface Slot extends AutoCloseable {

        /**
         * Hands the letter over; to be called at most once. Takes bounded time.
         *
         * @param stillWanted asked last, before the first byte of the letter goes out
         */
        Delivery send(Letter letter, BooleanSupplier stillWanted);

        /** Hands over a letter that is wanted whatever happens. */
        default Delivery send(Letter letter) {
            return send(letter, () -> true);
        }

        @Override
        void close();
    }
}
