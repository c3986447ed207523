package fi.kumppani.events.memo;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.LeftOfDraft;
import fi.kumppani.events.timing.Chore;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Erases what nobody can reach any more: the memo of a draft that was dropped, and contents of
 * files that no memo names, because something broke off between two writes. A content is left alone
 * for an hour, as its memo may be about to name it.
 */
@Service
public class SweepMemos implements Chore, LeftOfDraft {

    private static final Duration ABOUT_TO = Duration.ofHours(1);
    private static final int PAGE = 200;
    private static final int MILLISECONDS_END = 16;

    private final Memos memos;
    private final AttachedFiles files;
    private final Events events;

    SweepMemos(Memos memos, AttachedFiles files, Events events) {
        this.memos = memos;
        this.files = files;
        this.events = events;
    }

    @Override
    public void carryOut(Instant now) {
        sweepMemos();
        sweepFiles(now);
    }

    private void sweepMemos() {
        String after = "";
        List<Located> found;
        do {
            found = memos.drafts(after, PAGE);
            for (Located memo : found) {
                EventId event = new EventId(memo.id());
                Tenancy.runIn(
                        memo.municipality(),
                        () -> {
                            if (events.find(event).isEmpty()) {
                                erase(event);
                            }
                        });
                after = memo.id();
            }
        } while (found.size() == PAGE);
    }

    private void sweepFiles(Instant now) {
        String after = "";
        List<AttachedFiles.Kept> found;
        do {
            found = files.locate(after, PAGE);
            for (AttachedFiles.Kept file : found) {
                if (keptSince(file).plus(ABOUT_TO).isBefore(now)) {
                    Tenancy.runIn(file.municipality(), () -> sweep(file));
                }
                after = file.position();
            }
        } while (found.size() == PAGE);
    }

    private void sweep(AttachedFiles.Kept file) {
        boolean named =
                memos.of(file.event())
                        .filter(
                                memo ->
                                        memo.attachments().listed().stream()
                                                .anyMatch(each -> each.key().equals(file.key())))
                        .isPresent();
        if (!named) {
            files.erase(file.event(), file.key());
        }
    }

    /** A UUIDv7 begins with the milliseconds at which it was made (RFC 9562, 5.7). */
    private static Instant keptSince(AttachedFiles.Kept file) {
        return Instant.ofEpochMilli(
                UUID.fromString(file.key()).getMostSignificantBits() >>> MILLISECONDS_END);
    }

    /** The contents go first: should it break off, the memo still names what is left. */
    @Override
    public void erase(EventId event) {
        Optional<Memo> memo = memos.of(event);
        memo.ifPresent(
                found -> {
                    found.attachments().listed().forEach(each -> files.erase(event, each.key()));
                    found.attachments().leaving().forEach(each -> files.erase(event, each.key()));
                    memos.erase(event);
                });
    }
}
