package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages about one application of one's own, and what follows from it, have in common. */
@Component
public final class OwnPages {

    private final Representatives representatives;
    private final Municipalities municipalities;
    private final Backends backends;

    OwnPages(Representatives representatives, Municipalities municipalities, Backends backends) {
        this.representatives = representatives;
        this.municipalities = municipalities;
        this.backends = backends;
    }

    /** The address of an application's page. */
    public static String path(String code, String id) {
        return "/m/" + code + "/my/applications/" + id;
    }

    /**
     * Whoever is logged in, if they represent associations.
     *
     * @throws NoSuchPageException for everybody else
     */
    public Person person(HttpServletRequest request, Reader reader) {
        return representatives.of(request, reader);
    }

    /** Whoever is logged in, for the page that says what it takes to apply. */
    Person anybody(HttpServletRequest request, Reader reader) {
        return representatives.anybody(request, reader);
    }

    /** The application with its version. */
    Versioned<ApplicationFacts> application(Person person, String code, String id) {
        return person.found(ApplicationFacts.one(code, id));
    }

    /** What is applied from. */
    CallPart call(String code, String id, Reader reader) {
        return PageSubject.of(backends.answer(reader, CallPart.one(code, id)));
    }

    /** The form that an application answers. */
    FormFacts form(String code, ApplicationFacts.Form form, Reader reader) {
        return PageSubject.of(backends.answer(reader, FormFacts.of(code, form)));
    }

    /** Puts what every such page shows at its top. */
    void frame(String code, String path, Reader reader, Model model) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("here", path);
    }

    /**
     * Puts what a page about a part of an application shows at its top: from which call it is, and
     * the way back.
     *
     * @param part what its address has behind that of the application, such as {@code /report}
     * @throws NoSuchPageException when this person has no such application
     */
    public void part(
            Person person, String code, String id, String part, Reader reader, Model model) {
        CallPart call = call(code, application(person, code, id).value().callId(), reader);
        String path = path(code, id);
        frame(code, path + part, reader, model);
        model.addAttribute("path", path);
        model.addAttribute("heading", call.title().told(reader.language()));
    }

    /** What was found, if the service could tell. */
    static <T> T orElse(Answer<T> answer, T otherwise) {
        return answer.found().orElse(otherwise);
    }
}
