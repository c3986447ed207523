package fi.kumppani.kit.journal;

import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.outbox.OutboxEntries;
import fi.kumppani.kit.outbox.OutboxEntry;
import fi.kumppani.kit.store.Stored;

import org.bson.Document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one turn in which a batch of moves is decided, each on what those before it left. */
final class BatchTurn<P> implements Turn<P> {

    private final Stored<P> loaded;
    private final long batch;
    private final OutboxEntries entries;
    private final Map<ChildKey<?>, Optional<Child<?>>> seen = new HashMap<>();
    private final Map<ChildKey<?>, Put<?>> puts = new LinkedHashMap<>();
    private final List<OutboxEntry> messages = new ArrayList<>();
    private final List<Record> lines = new ArrayList<>();

    private P state;
    private long parentSequence;
    private boolean touched;
    private boolean overtaken;
    private OutboxEntries.Origin origin = new OutboxEntries.Origin(null, null);

    /**
     * A turn about a parent as it was seen.
     *
     * @param batch its batch that was the last then
     */
    BatchTurn(Stored<P> loaded, long batch, OutboxEntries entries) {
        this.loaded = loaded;
        this.batch = batch;
        this.entries = entries;
        this.state = loaded.body();
        this.parentSequence = loaded.sequence();
    }

    /** Has a move decided; one that throws leaves nothing behind. */
    <R> R take(Move<P, R> move, OutboxEntries.Origin moveOrigin) {
        P stateBefore = state;
        long sequenceBefore = parentSequence;
        boolean touchedBefore = touched;
        var putsBefore = new LinkedHashMap<>(puts);
        int messagesBefore = messages.size();
        int linesBefore = lines.size();
        origin = moveOrigin;
        try {
            return move.decide(this);
        } catch (RuntimeException e) {
            state = stateBefore;
            parentSequence = sequenceBefore;
            touched = touchedBefore;
            puts.clear();
            puts.putAll(putsBefore);
            messages.subList(messagesBefore, messages.size()).clear();
            lines.subList(linesBefore, lines.size()).clear();
            throw e;
        }
    }

    void prefetch(Collection<ChildKey<?>> keys) {
        Map<ChildCollection<?>, Set<String>> byCollection = new LinkedHashMap<>();
        for (ChildKey<?> key : keys) {
            byCollection.computeIfAbsent(key.children(), _ -> new LinkedHashSet<>()).add(key.id());
        }
        byCollection.forEach(this::read);
    }

    private <C> void read(ChildCollection<C> children, Set<String> ids) {
        Map<String, Child<C>> found = children.findAll(ids);
        overtaken |= found.values().stream().anyMatch(child -> child.batch() > batch);
        ids.forEach(
                id -> seen.put(new ChildKey<>(children, id), Optional.ofNullable(found.get(id))));
    }

    @Override
    public P state() {
        return state;
    }

    @Override
    public Stored<P> loaded() {
        return loaded;
    }

    @Override
    @SuppressWarnings("unchecked") // a key of ChildCollection<C> only ever holds a Child<C>
    public <C> Optional<Child<C>> child(ChildCollection<C> children, String id) {
        ChildKey<C> key = new ChildKey<>(children, id);
        Put<?> put = puts.get(key);
        if (put != null) {
            return Optional.of((Child<C>) put.child());
        }
        Optional<Child<?>> read = seen.get(key);
        if (read == null) {
            read(children, Set.of(id));
            read = seen.getOrDefault(key, Optional.empty());
        }
        return read.map(child -> (Child<C>) child);
    }

    @Override
    public <C> Map<String, Child<C>> children(ChildCollection<C> children, Collection<String> ids) {
        prefetch(
                ids.stream()
                        .<ChildKey<?>>map(id -> new ChildKey<>(children, id))
                        .filter(key -> !puts.containsKey(key) && !seen.containsKey(key))
                        .toList());
        Map<String, Child<C>> found = new LinkedHashMap<>();
        ids.forEach(id -> child(children, id).ifPresent(child -> found.put(id, child)));
        return found;
    }

    @Override
    public void set(P next, OutboundMessage... owed) {
        state = next;
        touched = true;
        owe(loaded.id(), parentSequence, owed);
        parentSequence += owed.length;
    }

    @Override
    public <C> void put(ChildCollection<C> children, String id, C body, OutboundMessage... owed) {
        Optional<Child<C>> before = child(children, id);
        ChildKey<C> key = new ChildKey<>(children, id);
        Put<?> earlier = puts.get(key);
        boolean isNew = earlier == null ? before.isEmpty() : earlier.isNew();
        long sequence = before.map(Child::sequence).orElse(0L);
        owe(id, sequence, owed);
        touched = true;
        puts.put(
                key,
                new Put<>(
                        children,
                        new Child<>(
                                id,
                                before.map(Child::batch).orElse(0L),
                                sequence + owed.length,
                                body),
                        isNew));
    }

    @Override
    public <C> void make(ChildCollection<C> children, String id, C body, OutboundMessage... owed) {
        seen.putIfAbsent(new ChildKey<>(children, id), Optional.empty());
        put(children, id, body, owed);
    }

    @Override
    public void log(Record line) {
        lines.add(line);
        touched = true;
    }

    private void owe(String subject, long sequence, OutboundMessage... owed) {
        for (OutboundMessage message : owed) {
            if (!message.subject().equals(subject)) {
                throw new IllegalArgumentException(
                        "A message about " + message.subject() + " was owed by " + subject);
            }
        }
        messages.addAll(entries.of(loaded.municipality(), sequence, List.of(owed), origin));
    }

    /**
     * Whether a child was seen that a later batch wrote: then what was decided mixes two states,
     * and nothing of it holds, not even that a move failed.
     */
    boolean isOvertaken() {
        return overtaken;
    }

    boolean isUntouched() {
        return !touched;
    }

    /** The parent as this batch leaves it. */
    Stored<P> outcome() {
        return new Stored<>(
                loaded.id(), loaded.municipality(), loaded.version() + 1, parentSequence, state);
    }

    Map<ChildKey<?>, Put<?>> puts() {
        return puts;
    }

    List<OutboxEntry> messages() {
        return messages;
    }

    List<Record> lines() {
        return lines;
    }

    /** A child as a batch will write it. */
    record Put<C>(ChildCollection<C> children, Child<C> child, boolean isNew) {

        Document write(String municipality, long batch) {
            return children.write(
                    municipality, new Child<>(child.id(), batch, child.sequence(), child.body()));
        }
    }
}
