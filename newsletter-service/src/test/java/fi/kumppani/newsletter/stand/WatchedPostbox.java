package fi.kumppani.newsletter.stand;

import fi.kumppani.newsletter.dispatch.Delivery;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.letter.Letter;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A postbox with somebody beside it.
 *
 * @param real where the letters go
 * @param ready what happens when the server is ready for the first byte of a letter
 * @param handedOver what happens once a letter was handed over, whatever became of it
 */
public record WatchedPostbox(Postbox real, Consumer<Letter> ready, Runnable handedOver)
        implements Postbox {

    @Override
    public Opening open() {
        Opening opening = real.open();
        return opening instanceof Opening.Open(Slot slot)
                ? new Opening.Open(new WatchedSlot(slot))
                : opening;
    }

    private final class WatchedSlot implements Slot {

        private final Slot slot;

        WatchedSlot(Slot slot) {
            this.slot = slot;
        }

        @Override
        public Delivery send(Letter letter, BooleanSupplier stillWanted) {
            Delivery delivery =
                    slot.send(
                            letter,
                            () -> {
                                ready.accept(letter);
                                return stillWanted.getAsBoolean();
                            });
            handedOver.run();
            return delivery;
        }

        @Override
        public void close() {
            slot.close();
        }
    }
}
