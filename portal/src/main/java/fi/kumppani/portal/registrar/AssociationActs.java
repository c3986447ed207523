package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Verifies an association, asks it to confirm its data, or notes that it is no more. */
@Controller
@RequestMapping("/m/{code}/registry/associations/{id}")
class AssociationActs {

    private static final List<String> REASONS =
            List.of("already-verified", "dissolved", "no-such-original");

    private final AssociationSheet sheet;
    private final RegistrarPages pages;

    AssociationActs(AssociationSheet sheet, RegistrarPages pages) {
        this.sheet = sheet;
        this.pages = pages;
    }

    /**
     * Verifies it.
     *
     * @param seen the version that was shown
     */
    @PostMapping("/verification")
    String verify(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        return act(visit, id, "verification", seen);
    }

    /**
     * Asks it to say that its data are right.
     *
     * @param seen the version that was shown
     */
    @PostMapping("/confirmation-request")
    String ask(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        return act(visit, id, "confirmation-request", seen);
    }

    /**
     * Notes that it does not exist any more, or is another one, when somebody meant it.
     *
     * @param duplicateOf the id of the one it turned out to be; empty when it is none
     * @param sure {@code true} when the box beside the button is ticked
     * @param seen the version that was shown
     */
    @PostMapping("/dissolution")
    String dissolve(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String duplicateOf,
            @RequestParam(defaultValue = "") String sure,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        sheet.putOriginal(visit, id, duplicateOf);
        if (!sure.equals("true")) {
            FilledForm form = pages.form();
            form.refuse(
                    duplicateOf.isEmpty() ? "registrar.dissolve.unsure" : "twins.dissolve.unsure");
            return visit.unsound(() -> sheet.page(visit, id, form));
        }
        return act(
                visit,
                id,
                "dissolution",
                duplicateOf.isEmpty()
                        ? Registry.act(code, id, "dissolution", seen)
                        : Registry.dissolveDuplicate(code, id, duplicateOf, seen));
    }

    /** Leads back to the association after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/registry/associations/{id}", request);
    }

    private String act(Visit visit, String id, String act, String seen) {
        return act(visit, id, act, Registry.act(visit.code(), id, act, seen));
    }

    private String act(Visit visit, String id, String act, Question<AssociationFacts> question) {
        FilledForm form = pages.form();
        return visit.act(
                visit.person().answer(question),
                _ -> visit.go(RegistrarPages.association(visit.code(), id), act),
                form,
                REASONS,
                () -> sheet.page(visit, id, form));
    }
}
