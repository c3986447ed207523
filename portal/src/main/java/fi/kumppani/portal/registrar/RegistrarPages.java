package fi.kumppani.portal.registrar;

import fi.kumppani.portal.coordinator.Coordinators;
import fi.kumppani.portal.identity.SignedIn;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.Clock;

/** What the pages of the registry have in common. */
@Component
final class RegistrarPages {

    private final Coordinators coordinators;
    private final People people;
    private final Municipalities municipalities;
    private final Clock clock;

    RegistrarPages(
            Coordinators coordinators, People people, Municipalities municipalities, Clock clock) {
        this.coordinators = coordinators;
        this.people = people;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** The address of the registry. */
    static String registry(String code) {
        return "/m/" + code + "/registry";
    }

    /** The address of an association in it. */
    static String association(String code, String id) {
        return registry(code) + "/associations/" + id;
    }

    /** The address of those that look like the same one. */
    static String duplicates(String code) {
        return registry(code) + "/duplicates";
    }

    /** The address of the networks. */
    static String networks(String code) {
        return registry(code) + "/networks";
    }

    /** The address of one of them. */
    static String network(String code, String id) {
        return networks(code) + "/" + id;
    }

    /**
     * Whoever is logged in at a page, if they are a coordinator there; puts what every such page
     * shows at its top.
     *
     * @param path of the page
     */
    Visit visit(
            String code,
            String path,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = coordinator(code, request, reader);
        return visit(code, path, person, request, reader, model, response);
    }

    /** Whoever is logged in, if they are a coordinator there. */
    Person coordinator(String code, HttpServletRequest request, Reader reader) {
        return coordinators.of(code, request, reader);
    }

    /**
     * Whoever is logged in at a page of an association of theirs, if they represent associations;
     * the registry knows which.
     *
     * @param path of the page
     */
    Visit ownVisit(
            String code,
            String path,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = people.of(request, reader, SignedIn::represents);
        return visit(code, path, person, request, reader, model, response);
    }

    private Visit visit(
            String code,
            String path,
            Person person,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("registry", registry(code));
        model.addAttribute("here", path);
        return new Visit(code, person, request, reader, model, response);
    }

    /** A form that nobody has sent. */
    FilledForm form() {
        return new FilledForm(FormKeys.next(clock.instant()));
    }

    /** A form that was opened before. */
    FilledForm form(String key) {
        return new FilledForm(FormKeys.of(key, clock.instant()));
    }
}
