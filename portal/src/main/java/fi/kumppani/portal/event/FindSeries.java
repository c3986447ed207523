package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.NoSuchPageException;
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
        return switch (backends.answer(reader, SeriesFacts.one(code, id))) {
            case Answer.Found<SeriesFacts>(SeriesFacts facts) ->
                    SeriesView.of(municipality, facts, reader.language());
            case Answer.Missing<SeriesFacts> _ -> throw new NoSuchPageException();
            case Answer.Refused<SeriesFacts> _, Answer.Away<SeriesFacts> _ ->
                    throw new UnavailablePageException();
        };
    }
}
