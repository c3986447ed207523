package fi.kumppani.grants.call.schedule;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallsToCome;
import fi.kumppani.grants.call.DueCallWork;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.kit.background.Agenda;
import fi.kumppani.kit.background.AgendaWork;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has done what is due about calls. */
@Component
class DueCalls extends AgendaWork {

    private final CallsToCome callsToCome;
    private final GrantCalls calls;
    private final List<DueCallWork> works;

    DueCalls(
            Agenda agenda,
            CallsToCome callsToCome,
            GrantCalls calls,
            List<DueCallWork> works,
            Clock clock) {
        super("due-calls", agenda, clock);
        this.callsToCome = callsToCome;
        this.calls = calls;
        this.works = List.copyOf(works);
    }

    @Override
    protected void lookAround(Agenda agenda, Instant now) {
        callsToCome.noteAll(agenda);
    }

    @Override
    protected void carryOut(String id, Instant now) {
        works.forEach(work -> work.carryOut(new CallId(id), now));
    }

    @Override
    protected Optional<Instant> nextDue(String id, Instant now) {
        return calls.find(new CallId(id)).map(found -> found.body().dueAt());
    }
}
