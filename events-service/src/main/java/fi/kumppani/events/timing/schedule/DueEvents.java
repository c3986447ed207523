package fi.kumppani.events.timing.schedule;

import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.timing.Chore;
import fi.kumppani.events.timing.DueDates;
import fi.kumppani.kit.background.Agenda;
import fi.kumppani.kit.background.AgendaWork;
import fi.kumppani.kit.store.Located;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Has done what is due about events, and the chores. */
@Component
class DueEvents extends AgendaWork {

    private static final int PAGE = 500;

    private final DueDates dueDates;
    private final Events events;
    private final List<DueWork> works;
    private final List<Chore> chores;

    DueEvents(
            Agenda agenda,
            DueDates dueDates,
            Events events,
            List<DueWork> works,
            List<Chore> chores,
            Clock clock) {
        super("due-events", agenda, clock);
        this.dueDates = dueDates;
        this.events = events;
        this.works = List.copyOf(works);
        this.chores = List.copyOf(chores);
    }

    @Override
    protected void lookAround(Agenda agenda, Instant now) {
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
    }

    @Override
    protected void carryOut(String id, Instant now) {
        works.forEach(work -> work.carryOut(new EventId(id), now));
    }

    @Override
    protected Optional<Instant> nextDue(String id, Instant now) {
        return events.find(new EventId(id)).stream()
                .flatMap(
                        event ->
                                works.stream()
                                        .flatMap(work -> Stream.ofNullable(work.dueAt(event))))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }
}
