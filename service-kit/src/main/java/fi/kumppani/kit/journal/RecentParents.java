package fi.kumppani.kit.journal;

import fi.kumppani.kit.outbox.OutboxEntry;
import fi.kumppani.kit.outbox.OutboxSource.Owed;
import fi.kumppani.kit.store.Stored;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this instance knows of the parents it wrote last, so that it need not read back what it has
 * just written: how each stands, and which of its batches the relay has not published yet.
 *
 * <p>All of it may be old news as soon as another instance writes: a parent is only good for a
 * write that is guarded by its version. Only batches that are carried out are known here.
 *
 * @param <P> the parents' document type
 */
final class RecentParents<P> {

    private static final int MOST_PARENTS = 256;
    private static final int MOST_BATCHES = 16;
    private static final int MOST_MESSAGES = 8_192;

    private final Map<String, Entry<P>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int messages;

    /**
     * A parent as it stood after a batch.
     *
     * @param batch the number of the batch
     */
    record Standing<P>(Stored<P> parent, long batch) {}

    /** How a parent stood when this instance last wrote or loaded it. */
    synchronized Optional<Standing<P>> standing(String id) {
        return Optional.ofNullable(entries.get(id)).map(entry -> entry.standing);
    }

    /** Whether this instance knows that a batch of a parent is carried out. */
    synchronized boolean isCarriedOut(String id, long batch) {
        Entry<P> entry = entries.get(id);
        return entry != null && entry.standing.batch() >= batch;
    }

    /**
     * Remembers a parent that was loaded.
     *
     * @param published the batch up to which all messages are published
     */
    synchronized void loaded(Standing<P> standing, long published) {
        forget(standing.parent().id());
        Entry<P> entry = new Entry<>(standing, published);
        entry.unsent = published == standing.batch() ? new ArrayDeque<>() : null;
        entries.put(standing.parent().id(), entry);
        if (entries.size() > MOST_PARENTS) {
            forget(entries.keySet().iterator().next());
        }
    }

    /** Remembers a parent that this instance has just written, and what that batch owes. */
    synchronized void wrote(Standing<P> standing, List<OutboxEntry> owed) {
        String id = standing.parent().id();
        Entry<P> entry = entries.get(id);
        if (entry == null || entry.standing.batch() != standing.batch() - 1) {
            forget(id);
            return;
        }
        entry.standing = standing;
        if (entry.unsent == null) {
            return;
        }
        if (entry.unsent.size() == MOST_BATCHES || messages + owed.size() > MOST_MESSAGES) {
            leaveToTheStore(entry);
            return;
        }
        entry.unsent.add(new Batch(standing.batch(), owed));
        messages += owed.size();
    }

    synchronized void forget(String id) {
        Entry<P> entry = entries.remove(id);
        if (entry != null) {
            leaveToTheStore(entry);
        }
    }

    /** What a parent owes; empty when only the store knows. */
    synchronized Optional<Owed> unsent(String id) {
        Entry<P> entry = entries.get(id);
        if (entry == null || entry.unsent == null || entry.unsent.isEmpty()) {
            return Optional.empty();
        }
        List<OutboxEntry> owed = new ArrayList<>();
        entry.unsent.forEach(batch -> owed.addAll(batch.owed()));
        return Optional.of(new Owed(id, owed, entry.unsent.getLast().number()));
    }

    /**
     * Remembers that all batches up to this one are published.
     *
     * @return whether the store may learn that later: there is another batch to publish, and not
     *     too many would be published again after a crash
     */
    synchronized boolean sent(String id, long batch) {
        Entry<P> entry = entries.get(id);
        if (entry == null) {
            return false;
        }
        if (entry.unsent != null) {
            while (!entry.unsent.isEmpty() && entry.unsent.getFirst().number() <= batch) {
                messages -= entry.unsent.remove().owed().size();
            }
        } else if (entry.standing.batch() == batch) {
            entry.unsent = new ArrayDeque<>();
        }
        boolean mayWait =
                entry.unsent != null
                        && !entry.unsent.isEmpty()
                        && batch - entry.marked < MOST_BATCHES;
        if (!mayWait) {
            entry.marked = batch;
        }
        return mayWait;
    }

    private void leaveToTheStore(Entry<P> entry) {
        if (entry.unsent != null) {
            entry.unsent.forEach(batch -> messages -= batch.owed().size());
            entry.unsent = null;
        }
    }

    private record Batch(long number, List<OutboxEntry> owed) {}

    private static final class Entry<P> {

        private Standing<P> standing;

        /** Up to which batch the store knows that all is published. */
        private long marked;

        /** Every batch that is not published, in order; null when only the store knows. */
        private @Nullable Deque<Batch> unsent;

        private Entry(Standing<P> standing, long marked) {
            this.standing = standing;
            this.marked = marked;
        }
    }
}
