package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Component;

import java.time.Clock;

/** Finds the event that a page is about, or has another page shown. */
@Component
public final class FindEvent {

    private final Municipalities municipalities;
    private final Backends backends;
    private final Clock clock;

    FindEvent(Municipalities municipalities, Backends backends, Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.clock = clock;
    }

    /**
     * The event with this id.
     *
     * @throws NoSuchPageException when there is none
     * @throws UnavailablePageException when the service that knows does not answer
     */
    public EventView find(String code, String id, Reader reader) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        EventFacts facts = PageSubject.of(backends.answer(reader, EventFacts.one(code, id)));
        return EventView.of(municipality, facts, clock.instant(), reader.language());
    }
}
