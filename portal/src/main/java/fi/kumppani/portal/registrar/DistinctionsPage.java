package fi.kumppani.portal.registrar;

import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Associations of which somebody said that they are not the same; it is taken back here. */
@Controller
@RequestMapping("/m/{code}/registry/duplicates/apart")
class DistinctionsPage {

    private static final int MOST = 20;
    private static final String BACK = "back";

    private final RegistrarPages pages;

    DistinctionsPage(RegistrarPages pages) {
        this.pages = pages;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        visit.say(done, List.of(BACK));
        return page(visit, pages.form(), from);
    }

    /**
     * Takes back that two are not the same.
     *
     * @param one the id of one of them
     * @param other the id of the other one
     */
    @PostMapping
    String takeBack(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        FilledForm form = pages.form();
        return visit.act(
                visit.person().answer(Duplicates.takeBack(code, one, other)),
                _ -> visit.go(path(code), BACK),
                form,
                List.of(),
                () -> page(visit, form, ""));
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/registry/duplicates/apart", request);
    }

    private Visit visit(
            String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return pages.visit(code, path(code), request, reader, model, response);
    }

    private static String page(Visit visit, FilledForm form, String from) {
        Model model = visit.model();
        Listing<Duplicates.Pair> found =
                Listed.of(
                        visit.person().answer(Duplicates.apart(visit.code(), from, MOST)),
                        model,
                        visit.response());
        model.addAttribute("form", form);
        model.addAttribute("next", found.next());
        model.addAttribute("rows", Twins.of(visit.code(), found.items(), visit.language()));
        return "registry-apart";
    }

    private static String path(String code) {
        return RegistrarPages.duplicates(code) + "/apart";
    }
}
