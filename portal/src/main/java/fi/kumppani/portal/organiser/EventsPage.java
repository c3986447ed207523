package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.organiser.OwnEvents.Row;
import fi.kumppani.portal.organiser.OwnEvents.Wanted;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The municipality's own events in all states, drafts too: those to come first. */
@Controller
class EventsPage {

    private static final int ROWS = 30;

    private final OrganiserPages pages;
    private final Clock clock;

    EventsPage(OrganiserPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param cursor where an earlier page said that this one begins
     * @param done what was done before one was led here
     */
    @GetMapping("/m/{code}/organise/events")
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        Wanted wanted = Wanted.of(state, text, from, to);
        Listing<EventFacts> found =
                Listed.of(
                        person.answer(OwnEvents.page(code, wanted, cursor, ROWS)), model, response);
        Instant now = clock.instant();
        List<Row> rows =
                found.items().stream()
                        .map(event -> Row.of(code, event, now, reader.language()))
                        .toList();
        pages.frame(code, OrganiserPages.path(code), reader, model);
        model.addAttribute("wanted", wanted);
        model.addAttribute("states", OwnEvents.STATES);
        model.addAttribute("coming", rows.stream().filter(row -> !row.over()).toList());
        model.addAttribute("past", rows.stream().filter(Row::over).toList());
        model.addAttribute("next", found.next());
        if (done.equals("removal")) {
            model.addAttribute("done", done);
        }
        return "organise-events";
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/organise/events", request);
    }
}
