package fi.kumppani.newsletter.mail.sending;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.dispatch.Patience;
import fi.kumppani.newsletter.dispatch.Sweeper;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.dispatch.WorkQueue;
import fi.kumppani.newsletter.mail.Mail;
import fi.kumppani.newsletter.mail.MailWaker;
import fi.kumppani.newsletter.mail.Mails;
import fi.kumppani.newsletter.mail.Recipients;
import fi.kumppani.newsletter.mail.SendMails;
import fi.kumppani.newsletter.mail.SendMails.Addressed;
import fi.kumppani.newsletter.mail.SendMails.Ready;
import fi.kumppani.newsletter.mail.SendMails.Sorted;
import fi.kumppani.newsletter.mail.SendMails.Verdict;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Brings mails whose time has come to {@link SendMails}: many at once, so that a slow server or
 * service holds up only what depends on it.
 */
@Component
final class MailSender implements SmartLifecycle, MailWaker {

    private static final Logger log = LoggerFactory.getLogger(MailSender.class);
    private static final int MOST_WAITING = 100_000;
    private static final int MOST_AT_WORK = 4 * Recipients.MOST;
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration LAST_LETTERS = Duration.ofSeconds(15);

    private final SendMails sending;
    private final Mails mails;
    private final Patience patience;
    private final Clock clock;
    private final WorkQueue queue;
    private final Semaphore atWork = new Semaphore(MOST_AT_WORK);

    private volatile @Nullable Run run;

    MailSender(SendMails sendMails, Mails mails, Patience patience, Clock clock) {
        this.sending = sendMails;
        this.mails = mails;
        this.patience = patience;
        this.clock = clock;
        this.queue = new WorkQueue(clock, MOST_WAITING);
    }

    @Override
    public void wake(Work mail) {
        var _ = queue.add(mail, clock.instant());
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

        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final Sweeper sweeper =
                Sweeper.start("mails", mails::unfinished, queue, patience.sweepEvery(), clock);
        private volatile boolean ended;

        Run() {
            threads.execute(this::take);
        }

        /** Takes no new mail, and lets those in flight arrive. */
        void end() {
            ended = true;
            sweeper.stop();
            threads.shutdown();
            try {
                if (!threads.awaitTermination(LAST_LETTERS.toSeconds(), TimeUnit.SECONDS)) {
                    threads.shutdownNow();
                    var _ = threads.awaitTermination(1, TimeUnit.SECONDS);
                }
            } catch (InterruptedException _) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }

        private void take() {
            try {
                while (!ended) {
                    List<Work> due = queue.take(Recipients.MOST, LONGEST_REST);
                    for (var share : byMunicipality(due).entrySet()) {
                        atWork.acquire(share.getValue().size());
                        begin(share.getKey(), share.getValue());
                    }
                }
            } catch (InterruptedException _) {
                log.debug("The taker of mails was told to stop");
            }
        }

        private void begin(MunicipalityCode municipality, List<Work> due) {
            try {
                threads.execute(
                        () -> {
                            try {
                                Tenancy.runIn(municipality, () -> work(due));
                            } finally {
                                atWork.release(due.size());
                            }
                        });
            } catch (RejectedExecutionException _) {
                // We are stopping; the store knows what is left.
                atWork.release(due.size());
            }
        }

        private void work(List<Work> due) {
            MunicipalityCode municipality = Tenancy.current();
            try {
                Sorted sorted = sending.sort(due.stream().map(Work::id).toList());
                postpone(sorted.later(), municipality);
                each(
                        List.copyOf(sorted.due().entrySet()),
                        share -> address(share.getKey(), share.getValue()));
            } catch (RuntimeException e) {
                fault(e);
                due.forEach(mail -> later(mail, clock.instant().plus(AFTER_A_FAULT)));
            }
        }

        private void address(Recipients source, List<Mail.Claimable> due) {
            MunicipalityCode municipality = Tenancy.current();
            try {
                Addressed addressed = sending.address(source, due);
                postpone(addressed.later(), municipality);
                each(addressed.ready(), this::send);
            } catch (RuntimeException e) {
                fault(e);
                due.forEach(
                        mail ->
                                later(
                                        new Work(mail.matter().id(), municipality),
                                        clock.instant().plus(AFTER_A_FAULT)));
            }
        }

        private void send(Ready ready) {
            Work mail = new Work(ready.matter().id(), Tenancy.current());
            if (ended) {
                return;
            }
            try {
                switch (sending.send(ready)) {
                    case Verdict.Done _ -> {}
                    case Verdict.Later(var at) -> later(mail, at);
                }
            } catch (RuntimeException e) {
                fault(e);
                later(mail, clock.instant().plus(AFTER_A_FAULT));
            }
        }

        /** Does it for all at once and waits for the last. */
        private <T> void each(List<T> all, Consumer<T> action) {
            if (all.size() == 1) {
                action.accept(all.getFirst());
                return;
            }
            MunicipalityCode municipality = Tenancy.current();
            List<Future<?>> begun = new ArrayList<>();
            for (T one : all) {
                begun.add(
                        threads.submit(
                                () -> Tenancy.runIn(municipality, () -> action.accept(one))));
            }
            begun.forEach(Run::await);
        }

        private static void await(Future<?> work) {
            try {
                var _ = work.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Told to stop", e);
            }
        }
    }

    private void postpone(Map<String, Instant> later, MunicipalityCode municipality) {
        later.forEach((id, at) -> later(new Work(id, municipality), at));
    }

    private void later(Work mail, Instant at) {
        var _ = queue.add(mail, at);
    }

    private static Map<MunicipalityCode, List<Work>> byMunicipality(List<Work> due) {
        return due.stream().collect(Collectors.groupingBy(Work::municipality));
    }

    /** Without the exception's own words, which may quote what the mail says. */
    private static void fault(RuntimeException e) {
        log.warn(
                "Sending mails failed, will be tried again: {} at {}",
                e.getClass().getName(),
                e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0]);
    }
}
