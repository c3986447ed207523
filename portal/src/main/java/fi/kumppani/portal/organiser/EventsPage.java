package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.organiser.OwnEvents.Row;
import fi.kumppani.portal.organiser.OwnEvents.Wanted;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.ListFiles;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.TablePage;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The municipality's own events in all states, drafts too: those to come first. */
@Controller
class EventsPage {

    private final OrganiserPages pages;
    private final ListFiles files;
    private final Clock clock;

    EventsPage(OrganiserPages pages, ListFiles files, Clock clock) {
        this.pages = pages;
        this.files = files;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param done what was done before one was led here
     */
    @GetMapping("/m/{code}/organise/events")
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        Wanted wanted = Wanted.of(state, text, from, to);
        Instant now = clock.instant();
        TablePage<EventFacts> list =
                EventList.columns(now, reader.language())
                        .page(
                                Listed.whole(
                                        WholeList.of(person, asking(code, wanted)),
                                        model,
                                        response),
                                new Columns.Asked(
                                        OrganiserPages.path(code), wanted.filters(), sort, page));
        pages.frame(code, OrganiserPages.path(code), reader, model);
        model.addAttribute("wanted", wanted);
        model.addAttribute("states", OwnEvents.STATES);
        model.addAttribute("list", list);
        model.addAttribute(
                "rows",
                list.rows().stream()
                        .map(event -> Row.of(code, event, now, reader.language()))
                        .toList());
        if (done.equals("removal")) {
            model.addAttribute("done", done);
        }
        return "organise-events";
    }

    /** The same list, all pages of it, as a file. */
    @GetMapping("/m/{code}/organise/events" + TablePage.FILES)
    void export(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        Person person = pages.person(code, request, reader);
        Listing<EventFacts> found =
                PageSubject.of(
                        WholeList.toOrder(person, asking(code, Wanted.of(state, text, from, to))));
        Language language = reader.language();
        UnaryOperator<String> words = files.words(language);
        files.answer(
                response,
                new ListFiles.Table(
                        "events." + format,
                        EventList.HEADINGS.stream().map("organise.list."::concat).toList(),
                        EventList.columns(clock.instant(), language)
                                .sorted(found.items(), sort)
                                .stream()
                                .map(event -> EventList.cells(event, language, words))
                                .toList(),
                        found.next() != null),
                language);
    }

    private static Function<String, Question<Listing<EventFacts>>> asking(
            String code, Wanted wanted) {
        return begin -> OwnEvents.page(code, wanted, begin, WholeList.AT_ONCE);
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/organise/events", request);
    }
}
