package fi.kumppani.events.door;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.security.LinkSigner;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/**
 * Codes that are shown at the door and change every ten minutes; the one before still holds, for
 * whoever read it a moment ago. Nothing is stored: a code is made of the event and the time.
 */
@Service
public class DoorCodes {

    private static final String SHOWN = "event.door-code";
    private static final Duration CHANGES = Duration.ofMinutes(10);
    private static final Duration AROUND_THE_EVENT = Duration.ofHours(3);

    /** Letters and digits that are not taken for one another. */
    private static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 6;

    private final LinkSigner signer;
    private final Clock clock;

    DoorCodes(LinkSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * A code.
     *
     * @param text six letters and digits
     * @param changesAt when the next one is shown
     */
    public record Code(String text, Instant changesAt) {}

    /** The code to be shown now. */
    public Code of(EventId event) {
        long turn = turn();
        return new Code(text(event, turn), Instant.ofEpochSecond((turn + 1) * CHANGES.toSeconds()));
    }

    /** Whether the code is shown now, or was a moment ago; written in whatever case. */
    boolean isShown(EventId event, String code) {
        String written = code.strip().toUpperCase(Locale.ROOT);
        long turn = turn();
        return written.equals(text(event, turn)) || written.equals(text(event, turn - 1));
    }

    /** Whether people may say by themselves that they have come: three hours around the event. */
    boolean isOpen(Event event) {
        Instant now = clock.instant();
        var schedule = event.details().schedule();
        return !now.isBefore(schedule.startsAt().minus(AROUND_THE_EVENT))
                && now.isBefore(schedule.endsAt().plus(AROUND_THE_EVENT));
    }

    private long turn() {
        return clock.instant().getEpochSecond() / CHANGES.toSeconds();
    }

    private String text(EventId event, long turn) {
        Instant until = Instant.ofEpochSecond((turn + 2) * CHANGES.toSeconds());
        String hash = Tickets.sha256(signer.mint(SHOWN, event.value(), turn, until));
        StringBuilder text = new StringBuilder();
        for (byte each : Base64.getUrlDecoder().decode(hash)) {
            if (text.length() < LENGTH) {
                text.append(CHARACTERS.charAt(Math.floorMod(each, CHARACTERS.length())));
            }
        }
        return text.toString();
    }
}
