package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.newsletter.dispatch.Delivery;
import fi.kumppani.newsletter.dispatch.Patience;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.dispatch.Postbox.Opening;
import fi.kumppani.newsletter.dispatch.Postbox.Slot;
import fi.kumppani.newsletter.letter.Letter;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionId;
import fi.kumppani.newsletter.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends one chunk over several connections, and is the only one to write it meanwhile.
 *
 * <p>Who has handed a letter over comes to the desk with the outcome and asks for the next letter.
 * All outcomes at hand and the next claims are kept in one write; only then does anybody begin with
 * their next letter. So after a crash at most one letter for each connection is uncertain. Whether
 * its reader still wants it is looked up with each claim, and once more before its first byte.
 */
final class Desk {

    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    /** A server that takes letters and never says so would get copies without end. */
    private static final int MOST_LOSSES = 10;

    /** How long an outcome may wait for others to be kept with. */
    private static final Duration COMPANY = Duration.ofMillis(5);

    private final String owner;
    private final Chunks chunks;
    private final Subscriptions subscriptions;
    private final Troubled troubled;
    private final LetterWriter writer;
    private final Patience patience;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final BlockingQueue<Visit> visits = new LinkedBlockingQueue<>();

    private Stored<Chunk> kept;
    private Chunk chunk;
    private @Nullable Instant closedUntil;
    private volatile boolean deserted;

    Desk(
            Stored<Chunk> kept,
            String owner,
            Chunks chunks,
            Subscriptions subscriptions,
            Troubled troubled,
            LetterWriter writer,
            Patience patience,
            Clock clock,
            BooleanSupplier stopping) {
        this.kept = kept;
        this.chunk = kept.body();
        this.owner = owner;
        this.chunks = chunks;
        this.subscriptions = subscriptions;
        this.troubled = troubled;
        this.writer = writer;
        this.patience = patience;
        this.clock = clock;
        this.stopping = stopping;
    }

    /** What a connection has to say, and what it wants to know. */
    private record Visit(
            @Nullable Done done,
            @Nullable Instant closedUntil,
            CompletableFuture<Optional<Task>> next) {

        boolean wantsMore() {
            return closedUntil == null;
        }
    }

    private record Done(int index, Delivery delivery) {}

    private record Task(int index, String letterId, Subscription.Confirmed reader) {}

    /**
     * Sends what is due, and gives the chunk as it is then.
     *
     * <p>Connections are few and hardly ever rest, so each has a thread of the system: a virtual
     * one would be parked and woken by a poller for each of the five answers that a letter waits
     * for.
     */
    Stored<Chunk> serve(Postbox postbox, int connections) {
        int most = Math.min(connections, waiting());
        MunicipalityCode municipality = Tenancy.current();
        for (int i = 0; i < most; i++) {
            var _ =
                    Thread.ofPlatform()
                            .daemon()
                            .name("letters-" + chunk.id().number() + "-" + i)
                            .start(() -> Tenancy.runIn(municipality, () -> connection(postbox)));
        }
        try {
            serve(most);
        } finally {
            deserted = true;
            visits.forEach(visit -> visit.next().complete(Optional.empty()));
        }
        return kept;
    }

    /** When it is worth coming back to what is left. */
    Instant nextDue() {
        Instant earliest =
                chunk.letters().stream()
                        .map(Chunk.LetterEntry::progress)
                        .filter(Progress.Waiting.class::isInstance)
                        .map(progress -> ((Progress.Waiting) progress).notBefore())
                        .min(Instant::compareTo)
                        .orElse(now());
        Instant closed = closedUntil;
        Instant due = closed != null && closed.isAfter(earliest) ? closed : earliest;
        return due.isAfter(now()) ? due : now();
    }

    private int waiting() {
        return (int)
                chunk.letters().stream().filter(letter -> !letter.progress().isSettled()).count();
    }

    // A connection.

    private void connection(Postbox postbox) {
        Done done = null;
        try {
            while (true) {
                switch (postbox.open()) {
                    case Opening.Closed(var retryAfter) -> {
                        var _ =
                                visit(
                                        new Visit(
                                                done,
                                                now().plus(retryAfter),
                                                new CompletableFuture<>()));
                        return;
                    }
                    case Opening.Open(var slot) -> {
                        try (slot) {
                            Optional<Task> task =
                                    visit(new Visit(done, null, new CompletableFuture<>()));
                            if (task.isEmpty()) {
                                return;
                            }
                            done = new Done(task.get().index(), send(slot, task.get()));
                        }
                    }
                }
            }
        } catch (RuntimeException e) {
            log.warn("A connection ends with a fault: {}", e.getClass().getName());
            visits.add(
                    new Visit(done, now().plus(patience.firstRetry()), new CompletableFuture<>()));
        }
    }

    private Delivery send(Slot slot, Task task) {
        Letter letter;
        try {
            letter = writer.write(task.letterId(), task.reader());
        } catch (RuntimeException e) {
            log.warn("Letter {} cannot be written: {}", task.letterId(), e.getClass().getName());
            return new Delivery.Deferred("unwritten");
        }
        try {
            return slot.send(letter, () -> isStillWanted(task));
        } catch (RuntimeException e) {
            log.warn("Sending {} ended in a fault: {}", task.letterId(), e.getClass().getName());
            return new Delivery.Lost();
        }
    }

    /** Looked up once more, as minutes may have passed in front of a slow server. */
    private boolean isStillWanted(Task task) {
        return subscriptions.findAll(List.of(task.reader().identity().id())).stream()
                .anyMatch(
                        known ->
                                known instanceof Subscription.Confirmed reader
                                        && isWanted(
                                                reader,
                                                task.reader().identity().reference(),
                                                now()));
    }

    private Optional<Task> visit(Visit visit) {
        visits.add(visit);
        if (deserted) {
            visit.next().complete(Optional.empty());
        }
        return visit.next().join();
    }

    // The desk.

    private void serve(int connections) {
        int open = connections;
        while (open > 0) {
            List<Visit> at = nextVisits((open + 1) / 2);
            Map<Visit, Optional<Task>> answers = answer(at);
            for (Visit visit : at) {
                Optional<Task> task = answers.getOrDefault(visit, Optional.empty());
                if (task.isEmpty()) {
                    open--;
                }
                visit.next().complete(task);
            }
        }
    }

    /**
     * Waits for the first, and a moment for so many: a write for several costs little more than one
     * for each. Empty when the lease must be renewed.
     */
    private List<Visit> nextVisits(int enough) {
        List<Visit> found = new ArrayList<>();
        try {
            Visit next = visits.poll(patience.lease().toMillis() / 3, TimeUnit.MILLISECONDS);
            long until = System.nanoTime() + COMPANY.toNanos();
            while (next != null) {
                found.add(next);
                visits.drainTo(found);
                next =
                        found.size() < enough
                                ? visits.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS)
                                : null;
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Told to stop while letters were on their way", e);
        }
    }

    private Map<Visit, Optional<Task>> answer(List<Visit> at) {
        Instant now = now();
        Map<Integer, Progress> steps = new HashMap<>();
        for (Visit visit : at) {
            if (visit.done() != null) {
                steps.put(visit.done().index(), outcome(visit.done(), now));
            }
            if (visit.closedUntil() != null) {
                closedUntil = visit.closedUntil();
            }
        }
        List<Visit> asking = at.stream().filter(Visit::wantsMore).toList();
        List<Task> tasks = claim(asking.size(), steps, now);
        Instant until = now.plus(patience.lease());
        kept = chunks.move(kept, is -> is.isLeasedBy(owner) ? is.step(steps, owner, until) : is);
        chunk = kept.body();
        at.stream().map(Visit::done).filter(Objects::nonNull).forEach(this::note);
        Map<Visit, Optional<Task>> answers = new HashMap<>();
        if (chunk.isLeasedBy(owner)) {
            for (int i = 0; i < tasks.size(); i++) {
                answers.put(asking.get(i), Optional.of(tasks.get(i)));
            }
        }
        return answers;
    }

    /** Claims the next letters that are due, and notes those that nobody wants any more. */
    private List<Task> claim(int wanted, Map<Integer, Progress> steps, Instant now) {
        List<Task> tasks = new ArrayList<>();
        Set<Integer> looked = new HashSet<>(steps.keySet());
        while (tasks.size() < wanted && !stopping.getAsBoolean()) {
            List<Integer> next = due(wanted - tasks.size(), looked, now);
            if (next.isEmpty()) {
                return tasks;
            }
            looked.addAll(next);
            Map<SubscriptionId, Subscription> known = readers(next);
            for (int index : next) {
                Chunk.LetterEntry letter = chunk.letters().get(index);
                Progress.Waiting waiting = (Progress.Waiting) letter.progress();
                if (known.get(letter.subscription()) instanceof Subscription.Confirmed reader
                        && isWanted(reader, letter.reference(), now)
                        && !troubled.isBlocked(letter.subscription().mailbox())) {
                    steps.put(index, waiting.claim());
                    tasks.add(new Task(index, chunk.letterId(index), reader));
                } else {
                    steps.put(index, new Progress.Left(waiting.losses()));
                }
            }
        }
        return tasks;
    }

    private static boolean isWanted(Subscription.Confirmed reader, String reference, Instant now) {
        return reader.identity().reference().equals(reference)
                && !reader.isPausedOn(FinnishTime.dayOf(now));
    }

    private List<Integer> due(int most, Set<Integer> looked, Instant now) {
        List<Integer> found = new ArrayList<>();
        for (int index = 0; index < chunk.letters().size() && found.size() < most; index++) {
            if (!looked.contains(index)
                    && chunk.letters().get(index).progress() instanceof Progress.Waiting waiting
                    && !waiting.notBefore().isAfter(now)) {
                found.add(index);
            }
        }
        return found;
    }

    private Map<SubscriptionId, Subscription> readers(List<Integer> letters) {
        return subscriptions
                .findAll(
                        letters.stream()
                                .map(index -> chunk.letters().get(index).subscription())
                                .toList())
                .stream()
                .collect(Collectors.toMap(found -> found.identity().id(), Function.identity()));
    }

    private Progress outcome(Done done, Instant now) {
        Progress before = chunk.letters().get(done.index()).progress();
        if (!(before instanceof Progress.InFlight letter)) {
            return before;
        }
        return switch (done.delivery()) {
            case Delivery.Accepted _ -> letter.accepted();
            case Delivery.Refused(var code, _) -> letter.refused(code);
            case Delivery.Unwanted _ -> letter.unwanted();
            case Delivery.Deferred _ ->
                    patience.isSpentAfter(letter.deferrals() + 1)
                            ? letter.refused("expired")
                            : letter.deferred(now.plus(pause(letter.deferrals())));
            case Delivery.Held(var retryAfter) -> letter.held(now.plus(retryAfter));
            case Delivery.Lost _ ->
                    letter.losses() + 1 < MOST_LOSSES
                            ? letter.lost(now.plus(pause(letter.losses())))
                            : letter.refused("lost");
        };
    }

    private void note(Done done) {
        troubled.note(
                chunk.letters().get(done.index()).subscription().mailbox(),
                chunk.letterId(done.index()),
                done.delivery());
    }

    private Duration pause(int before) {
        return patience.pauseAfter(before);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
