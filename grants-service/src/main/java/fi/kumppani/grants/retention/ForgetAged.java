package fi.kumppani.grants.retention;

import fi.kumppani.grants.grantapplication.AgedApplications;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.payment.BatchId;
import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentBatches;
import fi.kumppani.grants.payment.SettledBatches;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Erases what is past its time. That it will be is written down first, under the id of what it is
 * about, and that it is done last; so whatever a crash leaves is found and finished, and who looks
 * later sees what was erased by which rule.
 */
@Service
public class ForgetAged {

    private static final Logger log = LoggerFactory.getLogger(ForgetAged.class);

    private final ChooseRetention retention;
    private final KeptUntil keptUntil;
    private final AgedApplications aged;
    private final GrantApplications applications;
    private final SettledBatches settledBatches;
    private final PaymentBatches batches;
    private final Erasures erasures;
    private final Map<DocumentKind, Eraser> erasers;
    private final Clock clock;

    ForgetAged(
            ChooseRetention retention,
            KeptUntil keptUntil,
            AgedApplications aged,
            GrantApplications applications,
            SettledBatches settledBatches,
            PaymentBatches batches,
            Erasures erasures,
            List<Eraser> erasers,
            Clock clock) {
        this.retention = retention;
        this.keptUntil = keptUntil;
        this.aged = aged;
        this.applications = applications;
        this.settledBatches = settledBatches;
        this.batches = batches;
        this.erasures = erasures;
        this.erasers =
                erasers.stream()
                        .collect(Collectors.toUnmodifiableMap(Eraser::kind, Function.identity()));
        this.clock = clock;
    }

    /** Erases all that is past its time today, in every municipality. */
    public void forgetAll() {
        forgetAll(FinnishTime.today(clock));
    }

    /** The same on another day. */
    public void forgetAll(LocalDate today) {
        erasures.forEachUnderWay(subject -> attempt(subject, () -> finish(subject)));
        aged.forEachSettled(ids -> forget(ids, today));
        settledBatches.forEachSettled(id -> attempt(id.value(), () -> forget(id, today)));
    }

    /** Erases what is past its time on a day of these settled ones of the current municipality. */
    public void forget(Collection<ApplicationId> ids, LocalDate today) {
        RetentionSchedule schedule = retention.schedule().body();
        Map<String, ErasureLog> known =
                erasures.findAll(ids.stream().map(ApplicationId::value).toList());
        applications
                .findAll(ids)
                .forEach(
                        (id, stored) ->
                                attempt(
                                        id.value(),
                                        () ->
                                                forget(
                                                        stored.body(),
                                                        known.getOrDefault(
                                                                id.value(),
                                                                ErasureLog.of(id.value())),
                                                        schedule,
                                                        today)));
    }

    private void forget(
            GrantApplication application,
            ErasureLog known,
            RetentionSchedule schedule,
            LocalDate today) {
        List<RetentionRule> rules =
                schedule.rules().stream()
                        .filter(rule -> rule.kept() != null && rule.kind() != DocumentKind.PAYMENTS)
                        .filter(rule -> known.find(rule.kind()).isEmpty())
                        .toList();
        if (rules.isEmpty()) {
            return;
        }
        Lifespan lifespan = keptUntil.lifespan(application);
        for (RetentionRule rule : rules) {
            keptUntil
                    .of(application, lifespan, rule)
                    .filter(today::isAfter)
                    .ifPresent(until -> erase(application.filing().id().value(), rule, until));
        }
    }

    private void forget(BatchId id, LocalDate today) {
        RetentionRule rule = retention.schedule().body().rule(DocumentKind.PAYMENTS);
        batches.find(id)
                .map(Stored::body)
                .map(PaymentBatch::lastAt)
                .map(FinnishTime::dayOf)
                .flatMap(rule::until)
                .filter(today::isAfter)
                .ifPresent(until -> erase(id.value(), rule, until));
    }

    private void erase(String subject, RetentionRule rule, LocalDate until) {
        Period kept = Optional.ofNullable(rule.kept()).orElseThrow();
        erasures.change(
                subject,
                known -> known.beginning(new Erasure(rule.kind(), kept, until, now(), null)));
        finish(subject);
    }

    private void finish(String subject) {
        for (Erasure each : erasures.of(subject).underWay()) {
            if (eraser(each.kind()).erase(subject) == Eraser.Erased.GONE) {
                erasures.change(subject, known -> known.done(each.kind(), now()));
                log.info("{} of {} is erased: kept {}", each.kind(), subject, each.kept());
            }
        }
    }

    private Eraser eraser(DocumentKind kind) {
        return Optional.ofNullable(erasers.get(kind))
                .orElseThrow(() -> new IllegalStateException("Nothing erases " + kind));
    }

    private static void attempt(String subject, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("{} is tried again later: {}", subject, e.getClass().getSimpleName());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
