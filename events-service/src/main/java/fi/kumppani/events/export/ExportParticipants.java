package fi.kumppani.events.export;

import fi.kumppani.events.door.SeeDoor;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.kit.text.Language;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** Takes the participants of an event out of the system; the event's journal tells that, first. */
@Service
public class ExportParticipants {

    private final Registrations registrations;
    private final SeeDoor seeDoor;

    ExportParticipants(Registrations registrations, SeeDoor seeDoor) {
        this.registrations = registrations;
        this.seeDoor = seeDoor;
    }

    /**
     * The table of an event as of now.
     *
     * @param format as the journal is to tell it
     * @return empty when there is no such event
     */
    public Optional<ParticipantTable> export(
            EventId id, String format, Language language, Actor by) {
        return registrations
                .decide(
                        id,
                        desk -> {
                            desk.log(JournalEntry.of(JournalEntry.Kind.EXPORTED, by, format));
                            return desk.event();
                        })
                .map(event -> new ParticipantTable(event, seeDoor, language));
    }
}
