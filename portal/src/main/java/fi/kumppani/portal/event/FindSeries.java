package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Component;

/** Finds the series that a page is about, or has another page shown. */
@Component
public final class FindSeries {

    private final Municipalities municipalities;
    private final Backends backends;

    FindSeries(Municipalities municipalities, Backends backends) {
        this.municipalities = municipalities;
        this.backends = backends;
    }

    /**
     * The series with this id.
     *
     * @throws NoSuchPageException when there is none
     * @throws UnavailablePageException when the service that knows does not answer
     */
    public SeriesView find(String code, String id, Reader reader) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        SeriesFacts facts = PageSubject.of(backends.answer(reader, SeriesFacts.one(code, id)));
        return SeriesView.of(municipality, facts, reader.language());
    }
}
