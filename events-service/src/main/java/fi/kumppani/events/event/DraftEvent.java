package fi.kumppani.events.event;

import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;

import org.springframework.stereotype.Service;

/** A coordinator plans an event. */
@Service
public class DraftEvent {

    private final Events events;
    private final Ids ids;

    DraftEvent(Events events, Ids ids) {
        this.events = events;
        this.ids = ids;
    }

    /** Keeps a draft; the same request again finds the first one. */
    public Insertion<Event> draft(
            EventDetails details, RegistrationRules rules, Creation creation, Actor by) {
        return events.add(
                Event.Draft.of(new EventId(ids.next()), details, firstAsking(rules)),
                creation,
                JournalEntry.of(JournalEntry.Kind.DRAFTED, by, null));
    }

    private static RegistrationRules firstAsking(RegistrationRules rules) {
        return rules.asking(Form.NONE.asking(rules.form().questions()));
    }
}
