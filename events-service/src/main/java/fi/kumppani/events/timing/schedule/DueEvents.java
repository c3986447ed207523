package fi.kumppani.events.timing.schedule;

import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.timing.Chore;
import fi.kumppani.events.timing.DueDates;
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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has done what is due: every second what this instance knows of, and at its start and every few
 * minutes whatever another instance left, and the chores. Several instances may do the same at
 * once.
 */
@Component
class DueEvents extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(DueEvents.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LOOK_AROUND = Duration.ofMinutes(5);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);
    private static final int PAGE = 500;

    private final Agenda agenda;
    private final DueDates dueDates;
    private final Events events;
    private final List<DueWork> works;
    private final List<Chore> chores;
    private final Clock clock;
    private Instant lookAround = Instant.MIN;

    DueEvents(
            Agenda agenda,
            DueDates dueDates,
            Events events,
            List<DueWork> works,
            List<Chore> chores,
            Clock clock) {
        super("due-events");
        this.agenda = agenda;
        this.dueDates = dueDates;
        this.events = events;
        this.works = List.copyOf(works);
        this.chores = List.copyOf(chores);
        this.clock = clock;
    }

    @Override
    protected Duration work() {
        Instant now = clock.instant();
        if (!now.isBefore(lookAround)) {
            lookAround = now.plus(lookAround(now) ? LOOK_AROUND : AFTER_A_FAULT);
        }
        agenda.takeDue(now).forEach(event -> carryOut(event, now));
        return TICK;
    }

    /** Notes all that is due before it looks around again; false when the store is away. */
    private boolean lookAround(Instant now) {
        try {
            String after = "";
            List<Located> found;
            do {
                found = dueDates.upTo(now, after, PAGE);
                for (Located event : found) {
                    agenda.note(event, now);
                    after = event.id();
                }
            } while (found.size() == PAGE && !isStopping());
            chores.forEach(chore -> chore.carryOut(now));
            return true;
        } catch (RuntimeException e) {
            log.warn("Looking for what is due failed: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    /** What was noted sooner than needed has taken the place of this in the agenda. */
    private Optional<Instant> nextDue(EventId id, Instant now) {
        return events.find(id).stream()
                .flatMap(
                        event ->
                                works.stream()
                                        .flatMap(work -> Stream.ofNullable(work.dueAt(event))))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private void carryOut(Located event, Instant now) {
        try {
            Tenancy.runIn(
                    event.municipality(),
                    () -> {
                        EventId id = new EventId(event.id());
                        works.forEach(work -> work.carryOut(id, now));
                        nextDue(id, now).ifPresent(due -> agenda.note(event, due));
                    });
        } catch (RuntimeException e) {
            log.warn(
                    "What is due for event {} is tried again soon: {}",
                    event.id(),
                    e.getClass().getSimpleName());
            agenda.note(event, now.plus(AFTER_A_FAULT));
        }
    }
}
