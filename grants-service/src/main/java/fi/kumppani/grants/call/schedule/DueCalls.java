package fi.kumppani.grants.call.schedule;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallsToCome;
import fi.kumppani.grants.call.DueCallWork;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.kit.background.Agenda;
import fi.kumppani.kit.background.BackgroundWork;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.tenancy.Tenancy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Has done what is due: every second what this instance knows of, and at its start and every few
 * minutes whatever another instance left. Several instances may do the same at once.
 */
@Component
class DueCalls extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(DueCalls.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LOOK_AROUND = Duration.ofMinutes(5);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private final Agenda agenda;
    private final CallsToCome calls;
    private final GrantCalls grantCalls;
    private final List<DueCallWork> works;
    private final Clock clock;
    private Instant lookAround = Instant.MIN;

    DueCalls(
            Agenda agenda,
            CallsToCome calls,
            GrantCalls grantCalls,
            List<DueCallWork> works,
            Clock clock) {
        super("due-calls");
        this.agenda = agenda;
        this.calls = calls;
        this.grantCalls = grantCalls;
        this.works = List.copyOf(works);
        this.clock = clock;
    }

    @Override
    protected Duration work() {
        Instant now = clock.instant();
        if (!now.isBefore(lookAround)) {
            lookAround = now.plus(lookAround() ? LOOK_AROUND : AFTER_A_FAULT);
        }
        agenda.takeDue(now).forEach(call -> carryOut(call, now));
        return TICK;
    }

    private boolean lookAround() {
        try {
            calls.noteAll(agenda);
            return true;
        } catch (RuntimeException e) {
            log.warn("Looking for calls that are due failed: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    /** What was noted sooner than needed is gone from the agenda, and so is what came after it. */
    private void noteNext(Located call, Instant now) {
        grantCalls
                .find(new CallId(call.id()))
                .map(found -> found.body().dueAt())
                .filter(now::isBefore)
                .ifPresent(due -> agenda.note(call, due));
    }

    private void carryOut(Located call, Instant now) {
        try {
            Tenancy.runIn(
                    call.municipality(),
                    () -> {
                        works.forEach(work -> work.carryOut(new CallId(call.id()), now));
                        noteNext(call, now);
                    });
        } catch (RuntimeException e) {
            log.warn(
                    "What is due for call {} is tried again soon: {}",
                    call.id(),
                    e.getClass().getSimpleName());
            agenda.note(call, now.plus(AFTER_A_FAULT));
        }
    }
}
