package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.KeptNeeds;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Needs as children of their event, read by their ids. */
@Component
class JournalNeeds implements KeptNeeds {

    private final EventJournal journal;

    JournalNeeds(EventJournal journal) {
        this.journal = journal;
    }

    @Override
    public Map<Long, Map<String, List<String>>> of(EventId event, Collection<Long> numbers) {
        Map<String, Long> byId = new HashMap<>();
        numbers.forEach(number -> byId.put(EventJournal.registrationId(event, number), number));
        Map<Long, Map<String, List<String>>> found = new HashMap<>();
        journal.needs()
                .findAll(byId.keySet())
                .forEach(
                        (id, child) -> {
                            Long number = byId.get(id);
                            if (number != null && !child.body().answers().isEmpty()) {
                                found.put(number, child.body().toDomain());
                            }
                        });
        return found;
    }
}
