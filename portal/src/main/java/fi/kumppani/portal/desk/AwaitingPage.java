package fi.kumppani.portal.desk;

import fi.kumppani.portal.coordinator.Coordinators;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What waits for the coordinators of a municipality, the oldest first, with the way to each. */
@Controller
class AwaitingPage {

    private static final String PATH = "/m/{code}/desk";

    private final Coordinators coordinators;
    private final Desk desk;
    private final Municipalities municipalities;

    AwaitingPage(Coordinators coordinators, Desk desk, Municipalities municipalities) {
        this.coordinators = coordinators;
        this.desk = desk;
        this.municipalities = municipalities;
    }

    /**
     * A row of the page.
     *
     * @param kind as the key of its text ends
     * @param count how many wait; null where it is about one thing
     * @param more whether there are more than were counted
     * @param seats how many have a seat, and how many must; null where nobody must
     * @param day since when it waits, or by when it is decided
     */
    record Row(
            String kind,
            @Nullable Told about,
            String href,
            @Nullable String count,
            boolean more,
            @Nullable Seats seats,
            @Nullable String day,
            boolean own) {

        /** How many have a seat, and how many must. */
        record Seats(String confirmed, String atLeast) {}

        static Row of(Waiting waiting, Language language) {
            AwaitedEvent.Minimum minimum = waiting.minimum();
            return new Row(
                    waiting.kind(),
                    waiting.about(),
                    waiting.href(),
                    waiting.count() == 0 ? null : Formats.number(waiting.count()),
                    waiting.more(),
                    minimum == null
                            ? null
                            : new Seats(
                                    Formats.number(minimum.confirmed()),
                                    Formats.number(minimum.atLeast())),
                    waiting.day() == null ? null : Formats.day(waiting.day(), language),
                    waiting.own());
        }
    }

    @GetMapping(PATH)
    String see(
            @PathVariable String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = coordinators.of(code, request, reader);
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        Desk.Found found = desk.of(code, person, reader.language());
        model.addAttribute("here", "/m/" + code + "/desk");
        model.addAttribute(
                "rows",
                found.rows().stream().map(each -> Row.of(each, reader.language())).toList());
        model.addAttribute("away", found.away());
        if (!found.away().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        return "desk";
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login(PATH, request);
    }
}
