package fi.kumppani.kit.background;

import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.tenancy.Tenancy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Has done what is due: every second what this instance knows of, and at its start and every five
 * minutes whatever another instance left. Several instances may do the same at once.
 */
public abstract class AgendaWork extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(AgendaWork.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LOOK_AROUND = Duration.ofMinutes(5);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private final String name;
    private final Agenda agenda;
    private final Clock clock;
    private Instant lookAround = Instant.MIN;

    /**
     * @param name of the thread, and of the work in the log
     */
    protected AgendaWork(String name, Agenda agenda, Clock clock) {
        super(name);
        this.name = name;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** Notes what another instance may have left; may throw, and is then asked again soon. */
    protected abstract void lookAround(Agenda agenda, Instant now);

    /** Does what is due about one aggregate, in its municipality; may throw as well. */
    protected abstract void carryOut(String id, Instant now);

    /**
     * When something is due about it next, as it stands after what was due is done. What was noted
     * sooner than needed is gone from the agenda, and so is what came after it.
     */
    protected abstract Optional<Instant> nextDue(String id, Instant now);

    @Override
    protected final Duration work() {
        Instant now = clock.instant();
        if (!now.isBefore(lookAround)) {
            lookAround = now.plus(lookAround(now) ? LOOK_AROUND : AFTER_A_FAULT);
        }
        agenda.takeDue(now).forEach(aggregate -> carryOut(aggregate, now));
        return TICK;
    }

    private boolean lookAround(Instant now) {
        try {
            lookAround(agenda, now);
            return true;
        } catch (RuntimeException e) {
            log.warn("{}: looking around failed: {}", name, e.getClass().getSimpleName());
            return false;
        }
    }

    private void carryOut(Located aggregate, Instant now) {
        try {
            Tenancy.runIn(
                    aggregate.municipality(),
                    () -> {
                        carryOut(aggregate.id(), now);
                        nextDue(aggregate.id(), now)
                                .filter(now::isBefore)
                                .ifPresent(due -> agenda.note(aggregate, due));
                    });
        } catch (RuntimeException e) {
            log.warn(
                    "{}: {} is tried again soon: {}",
                    name,
                    aggregate.id(),
                    e.getClass().getSimpleName());
            agenda.note(aggregate, now.plus(AFTER_A_FAULT));
        }
    }
}
