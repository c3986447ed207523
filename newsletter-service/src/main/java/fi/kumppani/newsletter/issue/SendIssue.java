package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.newsletter.bounce.Standings;
import fi.kumppani.newsletter.bounce.TakeBounce;
import fi.kumppani.newsletter.dispatch.Patience;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.issue.Chunk.Lease;
import fi.kumppani.newsletter.letter.ReturnPaths;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.link.CountedLinks;
import fi.kumppani.newsletter.link.CountedLinks.Detour;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.SubscriptionLinks;
import fi.kumppani.newsletter.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Brings an issue of the current municipality as far as it can be brought now: freezes who gets it,
 * then sends it chunk by chunk. Each step may be the last before a crash, and several processes may
 * do the same at once.
 */
@Service
public class SendIssue {

    private final Issues issues;
    private final Chunks chunks;
    private final Archive archive;
    private final Lists lists;
    private final Subscriptions subscriptions;
    private final FreezeRecipients freezeRecipients;
    private final SubscriptionLinks links;
    private final CountedLinks countedLinks;
    private final Senders senders;
    private final ReturnPaths returnPaths;
    private final Standings standings;
    private final TakeBounce takeBounce;
    private final Postbox postbox;
    private final Patience patience;
    private final IssuePace pace;
    private final Clock clock;
    private final Ids ids;

    SendIssue(
            Issues issues,
            Chunks chunks,
            Archive archive,
            Lists lists,
            Subscriptions subscriptions,
            FreezeRecipients freezeRecipients,
            SubscriptionLinks links,
            CountedLinks countedLinks,
            Senders senders,
            ReturnPaths returnPaths,
            Standings standings,
            TakeBounce takeBounce,
            Postbox postbox,
            Patience patience,
            IssuePace pace,
            Clock clock,
            Ids ids) {
        this.issues = issues;
        this.chunks = chunks;
        this.archive = archive;
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.freezeRecipients = freezeRecipients;
        this.links = links;
        this.countedLinks = countedLinks;
        this.senders = senders;
        this.returnPaths = returnPaths;
        this.standings = standings;
        this.takeBounce = takeBounce;
        this.postbox = postbox.sparing();
        this.patience = patience;
        this.pace = pace;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whether to look at an issue again. */
    public sealed interface Verdict {

        /** There is nothing more to do. */
        record Done() implements Verdict {}

        /** Look at it again then. */
        record Later(Instant at) implements Verdict {}
    }

    /**
     * Works on the issue.
     *
     * @param stopping whether no new letter is to be begun
     */
    public Verdict work(String issueId, BooleanSupplier stopping) {
        while (true) {
            Optional<Issue> issue = issues.find(issueId).map(Stored::body);
            if (issue.isEmpty()) {
                return new Verdict.Done();
            }
            switch (issue.get()) {
                case Issue.Draft _, Issue.Sent _, Issue.Cancelled _ -> {
                    return new Verdict.Done();
                }
                case Issue.Scheduled scheduled -> {
                    if (scheduled.at().isAfter(now())) {
                        return new Verdict.Later(scheduled.at());
                    }
                    var _ =
                            issues.move(
                                    issueId,
                                    is -> is instanceof Issue.Scheduled it ? it.send() : is);
                }
                case Issue.Freezing freezing -> freezeRecipients.freeze(freezing.copy());
                case Issue.Frozen _ -> {
                    Instant now = now();
                    var _ =
                            issues.move(
                                    issueId,
                                    is -> is instanceof Issue.Frozen it ? it.begin(now) : is);
                }
                case Issue.Sending sending -> {
                    return sending.paused()
                            ? new Verdict.Done()
                            : send(sending, new Halt(issueId, stopping));
                }
            }
        }
    }

    /** Whether to begin no more letters: we are stopping, or somebody paused the issue. */
    private final class Halt implements BooleanSupplier {

        private final String issueId;
        private final BooleanSupplier stopping;
        private final AtomicReference<Instant> look = new AtomicReference<>(Instant.MIN);
        private volatile boolean halted;

        Halt(String issueId, BooleanSupplier stopping) {
            this.issueId = issueId;
            this.stopping = stopping;
        }

        /** Looks at most once a second, so that pausing costs sending nothing. */
        @Override
        public boolean getAsBoolean() {
            Instant due = look.get();
            if (!now().isBefore(due) && look.compareAndSet(due, now().plusSeconds(1))) {
                halted =
                        issues.find(issueId)
                                .filter(
                                        stored ->
                                                stored.body() instanceof Issue.Sending sending
                                                        && !sending.paused())
                                .isEmpty();
            }
            return halted || stopping.getAsBoolean();
        }
    }

    private Verdict send(Issue.Sending issue, BooleanSupplier stopping) {
        String issueId = issue.copy().id();
        NewsletterList list =
                lists.find(issue.copy().listId())
                        .orElseThrow(() -> new IllegalStateException("An issue has a list"));
        Detour detour = countedLinks.inLetters(issueId, issue.sentAt()).orElse(null);
        var writer = new LetterWriter(issue, list, senders, links, returnPaths, detour);
        Instant again = null;
        for (int number = 0; number < issue.chunks(); number++) {
            if (stopping.getAsBoolean()) {
                return new Verdict.Later(now());
            }
            if (!issue.finished().contains(number)) {
                Chunk.Id id = new Chunk.Id(issueId, number);
                again = earlier(again, send(issue, id, writer, stopping));
            }
        }
        if (again != null) {
            return new Verdict.Later(again);
        }
        archive.file(list.id(), new Archive.Entry(issueId, issue.sentAt()));
        Optional<Issue> sent =
                issues.move(
                        issueId,
                        is ->
                                is instanceof Issue.Sending it && it.isComplete()
                                        ? it.complete()
                                        : is);
        return sent.isPresent() && sent.get() instanceof Issue.Sending
                ? new Verdict.Later(now().plus(patience.lease()))
                : new Verdict.Done();
    }

    /** Sends what is due of a chunk; null when the chunk is finished. */
    private @Nullable Instant send(
            Issue.Sending issue, Chunk.Id id, LetterWriter writer, BooleanSupplier stopping) {
        String owner = ids.next();
        Stored<Chunk> taken = chunks.move(id, is -> is.take(owner, now(), until()));
        if (!taken.body().isLeasedBy(owner)) {
            Lease others = taken.body().lease();
            return others == null ? now() : others.until();
        }
        var desk =
                new Desk(
                        taken,
                        owner,
                        chunks,
                        subscriptions,
                        Troubled.of(taken.body(), standings, takeBounce, clock),
                        writer,
                        patience,
                        clock,
                        stopping);
        Stored<Chunk> served = desk.serve(postbox, pace.connections());
        Chunk after = served.body();
        if (!after.isLeasedBy(owner)) {
            return now().plus(patience.lease());
        }
        if (!after.isFinished()) {
            Instant due = desk.nextDue();
            var _ = chunks.move(served, is -> is.isLeasedBy(owner) ? is.release() : is);
            return due;
        }
        var _ =
                issues.move(
                        issue.copy().id(),
                        is -> is instanceof Issue.Sending it ? it.finish(id.number()) : is);
        return null;
    }

    private static @Nullable Instant earlier(@Nullable Instant known, @Nullable Instant other) {
        if (known == null || other == null) {
            return known == null ? other : known;
        }
        return known.isBefore(other) ? known : other;
    }

    private Instant until() {
        return now().plus(patience.lease());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
