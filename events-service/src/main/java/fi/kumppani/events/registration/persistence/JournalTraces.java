package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.Traces;
import fi.kumppani.kit.journal.Child;
import fi.kumppani.kit.journal.ChildCollection;

import org.springframework.stereotype.Component;

import java.util.function.Predicate;

/** Claims and requests: a fingerprint of the mailbox, and a hash of what it asked. */
@Component
class JournalTraces implements Traces {

    private final EventJournal journal;

    JournalTraces(EventJournal journal) {
        this.journal = journal;
    }

    @Override
    public void erase(EventId event) {
        erase(journal.claims(), event, _ -> true);
        erase(journal.requests(), event, _ -> true);
    }

    @Override
    public void erase(RegistrationId id) {
        erase(journal.claims(), id.event(), claim -> claim.number() == id.number());
        erase(journal.requests(), id.event(), request -> request.number() == id.number());
    }

    private static <C> void erase(ChildCollection<C> children, EventId event, Predicate<C> leads) {
        children.erase(
                children.under(event.value()).stream()
                        .filter(child -> leads.test(child.body()))
                        .map(Child::id)
                        .toList());
    }
}
