package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.List;

/** Shows a series of events: what is to come, and its archive by year. */
@Controller
class SeriesPage {

    private final Municipalities municipalities;
    private final Backends backends;

    SeriesPage(Municipalities municipalities, Backends backends) {
        this.municipalities = municipalities;
        this.backends = backends;
    }

    /** The events of a year. */
    record Year(int year, List<Row> events) {}

    /** An event of the series. */
    record Row(
            Told title,
            @Nullable Told theme,
            String href,
            String startsAt,
            String when,
            String situation) {}

    @GetMapping("/m/{code}/series/{id}")
    String see(@PathVariable String code, @PathVariable String id, Reader reader, Model model) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        SeriesFacts series =
                switch (backends.answer(reader, SeriesFacts.one(code, id))) {
                    case Answer.Found<SeriesFacts>(SeriesFacts found) -> found;
                    case Answer.Missing<SeriesFacts> _ -> throw new NoSuchPageException();
                    case Answer.Refused<SeriesFacts> _, Answer.Away<SeriesFacts> _ ->
                            throw new UnavailablePageException();
                };
        model.addAttribute("municipality", municipality);
        model.addAttribute("name", Texts.told(series.title(), reader.language()));
        model.addAttribute("description", Texts.maybe(series.description(), reader.language()));
        model.addAttribute(
                "years",
                series.years().stream()
                        .map(year -> new Year(year.year(), rows(code, year, reader.language())))
                        .toList());
        return "series";
    }

    private static List<Row> rows(String code, SeriesFacts.Year year, Language language) {
        return year.events().reversed().stream()
                .map(
                        event ->
                                new Row(
                                        Texts.told(event.title(), language),
                                        Texts.maybe(event.theme(), language),
                                        "/m/" + code + "/events/" + event.id(),
                                        event.startsAt().toString(),
                                        Formats.period(event.startsAt(), event.endsAt(), language),
                                        Situations.known(event.situation())))
                .toList();
    }
}
