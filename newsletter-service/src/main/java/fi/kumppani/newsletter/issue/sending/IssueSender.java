package fi.kumppani.newsletter.issue.sending;

import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.dispatch.Patience;
import fi.kumppani.newsletter.dispatch.Sweeper;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.dispatch.WorkQueue;
import fi.kumppani.newsletter.issue.IssueWaker;
import fi.kumppani.newsletter.issue.Issues;
import fi.kumppani.newsletter.issue.SendIssue;
import fi.kumppani.newsletter.issue.SendIssue.Verdict;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/** Brings issues whose time has come to {@link SendIssue}, one after the other. */
@Component
final class IssueSender implements SmartLifecycle, IssueWaker {

    private static final Logger log = LoggerFactory.getLogger(IssueSender.class);
    private static final int MOST_WAITING = 10_000;
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration LAST_LETTERS = Duration.ofSeconds(15);

    private final SendIssue sendIssue;
    private final Issues issues;
    private final Patience patience;
    private final Clock clock;
    private final WorkQueue queue;

    private volatile @Nullable Run run;

    IssueSender(SendIssue sendIssue, Issues issues, Patience patience, Clock clock) {
        this.sendIssue = sendIssue;
        this.issues = issues;
        this.patience = patience;
        this.clock = clock;
        this.queue = new WorkQueue(clock, MOST_WAITING);
    }

    @Override
    public void wake(Work issue) {
        var _ = queue.add(issue, clock.instant());
    }

    @Override
    public void start() {
        run = new Run();
    }

    @Override
    public void stop() {
        Run ending = run;
        run = null;
        if (ending != null) {
            ending.end();
        }
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }

    /** From a start to its stop. */
    private final class Run {

        private volatile boolean ended;
        private final Sweeper sweeper =
                Sweeper.start("issues", issues::unfinished, queue, patience.sweepEvery(), clock);
        private final Thread worker =
                Thread.ofPlatform().daemon().name("issue-sender").start(this::work);

        /** Begins no new letter, and lets those in flight arrive. */
        void end() {
            ended = true;
            sweeper.stop();
            try {
                if (!worker.join(LAST_LETTERS)) {
                    worker.interrupt();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void work() {
            try {
                while (!ended) {
                    for (Work issue : queue.take(1, LONGEST_REST)) {
                        work(issue);
                    }
                }
            } catch (InterruptedException _) {
                log.debug("The sender of issues was told to stop");
            }
        }

        private void work(Work issue) {
            try {
                switch (Tenancy.callIn(
                        issue.municipality(), () -> sendIssue.work(issue.id(), () -> ended))) {
                    case Verdict.Done _ -> {}
                    case Verdict.Later(var at) -> {
                        var _ = queue.add(issue, at);
                    }
                }
            } catch (RuntimeException e) {
                log.warn(
                        "Sending issue {} failed, will be tried again: {}",
                        issue.id(),
                        e.getClass().getName());
                var _ = queue.add(issue, clock.instant().plus(AFTER_A_FAULT));
            }
        }
    }
}
