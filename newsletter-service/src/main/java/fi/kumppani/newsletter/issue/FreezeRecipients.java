package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.newsletter.issue.Chunk.LetterEntry;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionId;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Writes down who gets an issue, in chunks under ids that are known beforehand. Each chunk begins
 * behind the last recipient of the one before as it is kept, so nobody is skipped and nobody comes
 * twice, whoever writes which.
 */
@Service
class FreezeRecipients {

    private final Issues issues;
    private final Chunks chunks;
    private final IntendedReaders intendedReaders;
    private final Clock clock;

    FreezeRecipients(Issues issues, Chunks chunks, IntendedReaders intendedReaders, Clock clock) {
        this.issues = issues;
        this.chunks = chunks;
        this.intendedReaders = intendedReaders;
        this.clock = clock;
    }

    /** Freezes the recipients of the issue, unless that is done. */
    void freeze(Copy copy) {
        Count count = new Count(0, 0, Optional.empty());
        boolean more = true;
        while (more) {
            Count counted = count;
            Optional<Chunk> kept = chunks.find(count.next(copy));
            if (kept.isPresent()) {
                count = count.and(kept.get());
            } else {
                count = writeAPage(copy, count);
                more = count.chunks() > counted.chunks();
            }
        }
        Count all = count;
        var _ =
                issues.move(
                        copy.id(),
                        is ->
                                is instanceof Issue.Freezing it
                                        ? it.freeze(all.recipients(), all.chunks())
                                        : is);
    }

    private Count writeAPage(Copy copy, Count before) {
        LocalDate today = FinnishTime.dayOf(clock.instant());
        List<LetterEntry> letters =
                intendedReaders.next(copy, today, before.last()).stream()
                        .map(FreezeRecipients::letter)
                        .toList();
        Count count = before;
        for (int from = 0; from < letters.size(); from += Chunk.MOST) {
            List<LetterEntry> part =
                    letters.subList(from, Math.min(from + Chunk.MOST, letters.size()));
            Chunk kept = chunks.add(new Chunk(count.next(copy), part, null));
            count = count.and(kept);
            if (!kept.letters().getLast().subscription().equals(part.getLast().subscription())) {
                // Somebody else wrote it, with another end: go on from there.
                return count;
            }
        }
        return count;
    }

    private static LetterEntry letter(Subscription.Confirmed subscription) {
        return new LetterEntry(
                subscription.identity().id(),
                subscription.identity().reference(),
                Progress.Waiting.NEW);
    }

    /** How far it has come. */
    private record Count(int chunks, int recipients, Optional<SubscriptionId> last) {

        Chunk.Id next(Copy copy) {
            return new Chunk.Id(copy.id(), chunks);
        }

        Count and(Chunk chunk) {
            return new Count(
                    chunks + 1,
                    recipients + chunk.letters().size(),
                    Optional.of(chunk.letters().getLast().subscription()));
        }
    }
}
