package fi.kumppani.newsletter.issue;

import fi.kumppani.newsletter.subscription.SubscriptionId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part of the ledger of an issue: some of its recipients, and how far the letter of each is. One
 * process at a time writes it.
 *
 * @param id which it is
 * @param letters at most {@value #MOST}, fixed when the issue was frozen
 * @param lease who writes it; null for nobody
 */
public record Chunk(Id id, List<LetterEntry> letters, @Nullable Lease lease) {

    /** The most letters in one. */
    public static final int MOST = 256;

    /** Copies the list. */
    public Chunk {
        letters = List.copyOf(letters);
    }

    /**
     * Which chunk it is.
     *
     * @param issueId the issue
     * @param number from 0, dense
     */
    public record Id(String issueId, int number) {

        /** As one text. */
        public String value() {
            return issueId + ":" + number;
        }
    }

    /**
     * One letter.
     *
     * @param subscription whose it is
     * @param reference a UUIDv7 that stands for the subscription outside this service
     * @param progress how far it is
     */
    public record LetterEntry(SubscriptionId subscription, String reference, Progress progress) {

        LetterEntry with(Progress next) {
            return new LetterEntry(subscription, reference, next);
        }
    }

    /**
     * The right of one process to write the chunk.
     *
     * @param owner the process
     * @param until when it ends, unless it is renewed
     */
    public record Lease(String owner, Instant until) {}

    /** The id of a letter, which is the left part of its Message-ID. */
    public String letterId(int index) {
        return id.issueId() + "." + letters.get(index).reference();
    }

    /** Whether the process may write it. */
    public boolean isLeasedBy(String owner) {
        return lease != null && lease.owner().equals(owner);
    }

    /**
     * Takes the chunk over, unless another process has it. What that one left in flight may have
     * arrived.
     */
    public Chunk take(String owner, Instant now, Instant until) {
        if (lease != null && !lease.owner().equals(owner) && lease.until().isAfter(now)) {
            return this;
        }
        if (isLeasedBy(owner)) {
            return this;
        }
        List<LetterEntry> taken =
                letters.stream()
                        .map(
                                letter ->
                                        letter.progress() instanceof Progress.InFlight left
                                                ? letter.with(left.lost(now))
                                                : letter)
                        .toList();
        return new Chunk(id, taken, new Lease(owner, until));
    }

    /** The chunk with these letters further on, and the lease renewed. */
    public Chunk step(Map<Integer, Progress> progress, String owner, Instant until) {
        List<LetterEntry> next = new ArrayList<>(letters);
        progress.forEach((index, to) -> next.set(index, next.get(index).with(to)));
        return new Chunk(id, next, new Lease(owner, until));
    }

    /** The chunk, free for others. */
    public Chunk release() {
        return new Chunk(id, letters, null);
    }

    /** Whether all its letters have come to their end. */
    public boolean isFinished() {
        return letters.stream().allMatch(letter -> letter.progress().isSettled());
    }
}
