package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.coordinator.Coordinators;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** What the pages about looking after events have in common. */
@Component
final class OrganiserPages {

    private final Coordinators coordinators;
    private final Municipalities municipalities;
    private final JsonMapper json;

    OrganiserPages(Coordinators coordinators, Municipalities municipalities, JsonMapper json) {
        this.coordinators = coordinators;
        this.municipalities = municipalities;
        this.json = json;
    }

    /** The address of the list of events. */
    static String path(String code) {
        return "/m/" + code + "/organise/events";
    }

    /** The address of the work page of an event. */
    static String path(String code, String id) {
        return path(code) + "/" + id;
    }

    /** Whoever is logged in, if they are a coordinator of the municipality. */
    Person person(String code, HttpServletRequest request, Reader reader) {
        return coordinators.of(code, request, reader);
    }

    /** The event with its version, a draft too. */
    Versioned<WholeEvent> event(Person person, String code, String id) {
        Versioned<Map<String, Object>> found = person.found(WholeEvent.one(code, id));
        return new Versioned<>(
                new WholeEvent(found.value(), json.convertValue(found.value(), EventFacts.class)),
                found.version());
    }

    /** Puts what every such page shows at its top. */
    void frame(String code, String path, Reader reader, Model model) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("here", path);
        model.addAttribute("list", path(code));
    }

    /** The same for a page about one event, with its title and time. */
    void frame(String code, EventFacts event, String path, Reader reader, Model model) {
        frame(code, path, reader, model);
        model.addAttribute("desk", path(code, event.id()));
        model.addAttribute("eventId", event.id());
        model.addAttribute("heading", event.title().told(reader.language()));
        model.addAttribute("startsAt", event.startsAt().toString());
        model.addAttribute(
                "when", Formats.period(event.startsAt(), event.endsAt(), reader.language()));
    }
}
