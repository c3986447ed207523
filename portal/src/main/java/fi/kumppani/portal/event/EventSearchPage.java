package fi.kumppani.portal.event;

import fi.kumppani.portal.PortalSettings;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
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
import java.time.LocalDate;
import java.util.List;

/** Finds the events of a municipality, and tells at which addresses calendars can follow them. */
@Controller
class EventSearchPage {

    private static final int MOST = 50;
    private static final int MOST_EMBEDDED = 20;
    private static final int LONGEST = 200;

    private final Municipalities municipalities;
    private final Backends backends;
    private final FollowedCalendars calendars;
    private final PortalSettings portal;
    private final Clock clock;

    EventSearchPage(
            Municipalities municipalities,
            Backends backends,
            FollowedCalendars calendars,
            PortalSettings portal,
            Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.calendars = calendars;
        this.portal = portal;
        this.clock = clock;
    }

    /** What is looked for. */
    record Wanted(String text, String area, String from, String to) {

        static Wanted of(String text, String area, String from, String to) {
            return new Wanted(shortened(text), shortened(area), day(from), day(to));
        }

        /** Whether anything is. */
        public boolean isAnything() {
            return !(text + area + from + to).isEmpty();
        }

        private static String shortened(String text) {
            String stripped = text.strip();
            return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
        }

        /** The day; a browser sends nothing else, so anything else is as good as none. */
        private static String day(String text) {
            try {
                return text.isBlank() ? "" : LocalDate.parse(text.strip()).toString();
            } catch (DateTimeException e) {
                return "";
            }
        }
    }

    @GetMapping("/m/{code}/events")
    String find(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String cursor,
            Reader reader,
            Model model) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        Wanted wanted = Wanted.of(text, area, from, to);
        Answer<Listing<EventFacts>> answer =
                backends.answer(
                        reader,
                        EventFacts.found(
                                code,
                                wanted.text(),
                                wanted.area(),
                                wanted.from(),
                                wanted.to(),
                                cursor,
                                MOST));
        List<EventRow> rows = rows(municipality, answer, reader);
        model.addAttribute("municipality", municipality);
        model.addAttribute("wanted", wanted);
        model.addAttribute("away", answer.found().isEmpty());
        model.addAttribute("coming", rows.stream().filter(row -> !row.isOver()).toList());
        model.addAttribute("past", rows.stream().filter(EventRow::isOver).toList());
        model.addAttribute("next", answer.found().map(Listing::next).orElse(null));
        model.addAttribute("calendars", calendars.of(municipality, reader.language()));
        model.addAttribute("embeddable", portal.at("/m/" + code + "/events"));
        return "events";
    }

    /** What is to come, to be shown within another site. */
    @GetMapping("/m/{code}/embed/events")
    String embedded(@PathVariable String code, Reader reader, Model model) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        Answer<Listing<EventFacts>> answer =
                backends.answer(reader, EventFacts.found(code, "", "", "", "", "", MOST_EMBEDDED));
        model.addAttribute("municipality", municipality);
        model.addAttribute("away", answer.found().isEmpty());
        model.addAttribute(
                "coming",
                rows(municipality, answer, reader).stream().filter(row -> !row.isOver()).toList());
        return "embedded-events";
    }

    private List<EventRow> rows(
            Municipality municipality, Answer<Listing<EventFacts>> answer, Reader reader) {
        Instant now = clock.instant();
        return answer.found().stream()
                .flatMap(listing -> listing.items().stream())
                .map(event -> EventRow.of(municipality, event, now, reader.language()))
                .toList();
    }
}
