package fi.kumppani.portal.organiser;

import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.Set;

/** How an event stands, and the way to all that is done for it. */
@Controller
class DeskPage {

    private static final Set<String> DONE =
            Set.of("made", "saved", "publication", "postponement", "cancellation", "archive");

    private final OrganiserPages pages;
    private final Clock clock;

    DeskPage(OrganiserPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/m/{code}/organise/events/{id}")
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        EventFacts event =
                pages.event(pages.person(code, request, reader), code, id).value().facts();
        pages.frame(code, event, OrganiserPages.path(code, id), reader, model);
        model.addAttribute("standing", Standing.of(event, clock.instant(), reader.language()));
        model.addAttribute("parts", EventParts.of(event));
        model.addAttribute("publicHref", "/m/" + code + "/events/" + id);
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return "organise-event";
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/organise/events/{id}", request);
    }
}
