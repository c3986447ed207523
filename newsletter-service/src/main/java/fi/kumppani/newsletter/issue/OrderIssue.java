package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.issue.Issues.Outcome;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.subscription.Lists;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may be said of an issue that is written: that it may go out, when, that it is to wait, to go
 * on, or to stop for good.
 */
@Service
public class OrderIssue {

    private final Issues issues;
    private final Lists lists;
    private final Senders senders;
    private final CheckIssue checkIssue;
    private final IssueWaker waker;
    private final Clock clock;

    OrderIssue(
            Issues issues,
            Lists lists,
            Senders senders,
            CheckIssue checkIssue,
            IssueWaker waker,
            Clock clock) {
        this.issues = issues;
        this.lists = lists;
        this.senders = senders;
        this.checkIssue = checkIssue;
        this.waker = waker;
        this.clock = clock;
    }

    /** What became of an order. */
    public sealed interface Order {

        /** It was changed, or could not be. */
        record Carried(Outcome outcome) implements Order {}

        /** It was not given. */
        record Refused(Reason reason) implements Order {}
    }

    /** Why an order is not given. */
    public enum Reason {
        /** Nobody approves what they had a hand in. */
        OWN_WORDS,
        /** Somebody who wrote none of it must approve it first. */
        NOT_APPROVED,
        /** The checks found errors. */
        FAULTY,
        /** It is to be sent at a time that has been. */
        IN_THE_PAST
    }

    /** Somebody who wrote none of it says that a draft may go out. */
    public Order approve(String id, long version, String reader) {
        boolean own =
                issues.find(id)
                        .filter(
                                stored ->
                                        stored.body() instanceof Issue.Draft draft
                                                && draft.hands().isWriter(reader))
                        .isPresent();
        if (own) {
            return new Order.Refused(Reason.OWN_WORDS);
        }
        return new Order.Carried(
                issues.change(
                        id,
                        version,
                        issue ->
                                issue instanceof Issue.Draft draft
                                                && !draft.hands().isWriter(reader)
                                        ? Optional.of(draft.approve(reader))
                                        : Optional.empty()));
    }

    /**
     * Gives the order to send a draft: its recipients are counted, and each of them gets it once.
     *
     * @param at when; null for now
     */
    public Order send(String id, long version, @Nullable Instant at) {
        if (at != null && !at.isAfter(clock.instant())) {
            return new Order.Refused(Reason.IN_THE_PAST);
        }
        boolean lacksApproval =
                issues.find(id)
                        .filter(
                                stored ->
                                        stored.body() instanceof Issue.Draft draft
                                                && draft.hands().approver() == null
                                                && wantsFourEyes(draft))
                        .isPresent();
        if (lacksApproval) {
            return new Order.Refused(Reason.NOT_APPROVED);
        }
        boolean faulty =
                issues.find(id).filter(stored -> stored.body() instanceof Issue.Draft).stream()
                        .flatMap(stored -> checkIssue.of(stored.body().copy()).stream())
                        .anyMatch(CheckIssue.Finding::error);
        if (faulty) {
            return new Order.Refused(Reason.FAULTY);
        }
        String domain = senders.ofLetters(Language.FI).address().domain();
        return woken(
                id,
                version,
                issue ->
                        issue instanceof Issue.Draft draft
                                ? Optional.of(
                                        at == null
                                                ? draft.send(domain)
                                                : draft.schedule(domain, at))
                                : Optional.empty());
    }

    /** Begins no more letters of an issue until it is to go on. */
    public Order pause(String id, long version) {
        return new Order.Carried(
                issues.change(
                        id,
                        version,
                        issue ->
                                issue instanceof Issue.Sending sending && !sending.paused()
                                        ? Optional.of(sending.pause(true))
                                        : Optional.empty()));
    }

    /** Goes on where it stopped. */
    public Order resume(String id, long version) {
        return woken(
                id,
                version,
                issue ->
                        issue instanceof Issue.Sending sending && sending.paused()
                                ? Optional.of(sending.pause(false))
                                : Optional.empty());
    }

    /**
     * Takes the order back: one that waits for its time becomes a draft again, one that has gone
     * further stops for good.
     */
    public Order cancel(String id, long version) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Order.Carried(
                issues.change(
                        id,
                        version,
                        issue ->
                                switch (issue) {
                                    case Issue.Scheduled scheduled ->
                                            Optional.of(scheduled.unschedule());
                                    case Issue.Freezing freezing ->
                                            Optional.of(freezing.cancel(now));
                                    case Issue.Frozen frozen -> Optional.of(frozen.cancel(now));
                                    case Issue.Sending sending -> Optional.of(sending.cancel(now));
                                    case Issue.Draft _, Issue.Sent _, Issue.Cancelled _ ->
                                            Optional.empty();
                                }));
    }

    private boolean wantsFourEyes(Issue.Draft draft) {
        return lists.find(draft.copy().listId())
                .filter(list -> list.profile().fourEyes())
                .isPresent();
    }

    private Order woken(String id, long version, Function<Issue, Optional<Issue>> change) {
        Outcome outcome = issues.change(id, version, change);
        if (outcome instanceof Outcome.Kept) {
            waker.wake(new Work(id, Tenancy.current()));
        }
        return new Order.Carried(outcome);
    }
}
