package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Shows the events of a municipality month by month. */
@Controller
class MonthPage {

    /** As many as events-service tells at a time. */
    private static final int MOST = 200;

    private static final int EARLIEST = 2000;
    private static final int LATEST = 2199;

    private final Municipalities municipalities;
    private final Backends backends;
    private final FollowedCalendars calendars;
    private final Clock clock;

    MonthPage(
            Municipalities municipalities,
            Backends backends,
            FollowedCalendars calendars,
            Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/m/{code}/calendar")
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String month,
            Reader reader,
            Model model) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        Instant now = clock.instant();
        YearMonth shown = month.isEmpty() ? YearMonth.from(Formats.dayOf(now)) : read(month);
        Answer<Listing<EventFacts>> answer =
                backends.answer(
                        reader,
                        EventFacts.found(
                                code,
                                "",
                                "",
                                shown.atDay(1).toString(),
                                shown.atEndOfMonth().toString(),
                                "",
                                MOST));
        List<EventFacts> events = answer.found().map(Listing::items).orElse(List.of());
        model.addAttribute("municipality", municipality);
        model.addAttribute("month", MonthView.of(shown, code, events, now, reader.language()));
        YearMonth previous = shown.minusMonths(1);
        YearMonth next = shown.plusMonths(1);
        model.addAttribute("previous", previous.toString());
        model.addAttribute("previousName", MonthView.name(previous, reader.language()));
        model.addAttribute("next", next.toString());
        model.addAttribute("nextName", MonthView.name(next, reader.language()));
        model.addAttribute("away", answer.found().isEmpty());
        model.addAttribute("most", events.size() == MOST);
        model.addAttribute("calendars", calendars.of(municipality, reader.language()));
        return "calendar";
    }

    /**
     * The month.
     *
     * @throws NoSuchPageException when it is none, or so far away that nobody has planned for it
     */
    private static YearMonth read(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() < EARLIEST || month.getYear() > LATEST) {
                throw new NoSuchPageException();
            }
            return month;
        } catch (DateTimeException e) {
            throw new NoSuchPageException();
        }
    }
}
