package fi.kumppani.portal.organiser;

import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.NoSuchPageException;

import java.util.List;

/** The parts of events that are written on pages of their own. */
final class EventParts {

    private static final List<EventPart> ALL =
            List.of(
                    new ProgrammePart(),
                    new AudiencePart(),
                    new QuotasPart(),
                    new GroupsPart(),
                    new TasksPart());

    private EventParts() {}

    /** The names of those that an event has. */
    static List<String> of(EventFacts event) {
        return ALL.stream().filter(part -> part.isOf(event)).map(EventPart::name).toList();
    }

    /**
     * The part of an event that goes by this name.
     *
     * @throws NoSuchPageException when the event has none, or is called off
     */
    static EventPart named(String name, EventFacts event) {
        return ALL.stream()
                .filter(part -> part.name().equals(name))
                .filter(part -> part.isOf(event) && !event.isCancelled())
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }
}
