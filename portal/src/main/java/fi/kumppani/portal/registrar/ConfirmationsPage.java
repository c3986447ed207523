package fi.kumppani.portal.registrar;

import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.FilledForm;
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
import java.util.regex.Pattern;

/** Has associations asked whether their data are right: now, or once a year from now on. */
@Controller
@RequestMapping("/m/{code}/registry/confirmations")
class ConfirmationsPage {

    private static final List<String> DONE = List.of("yearly-on", "yearly-off");
    private static final Pattern COUNTS = Pattern.compile("[0-9]{1,6}-[0-9]{1,6}");

    private final RegistrarPages pages;

    ConfirmationsPage(RegistrarPages pages) {
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param done what was done; after asking how many were asked and how many of them no mail
     *     reaches, as {@code 12-3}
     */
    @GetMapping
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        visit.say(done, DONE);
        if (COUNTS.matcher(done).matches()) {
            model.addAttribute("counts", List.of(done.split("-")));
        }
        return page(visit, pages.form());
    }

    /** Asks all that have said nothing for a year, at most once in thirty days. */
    @PostMapping
    String ask(
            @PathVariable String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        FilledForm form = pages.form();
        return visit.act(
                visit.person().answer(Confirmations.ask(code)),
                asked -> visit.go(path(code), asked.asked() + "-" + asked.withoutContact()),
                form,
                List.of(),
                () -> page(visit, form));
    }

    /**
     * Has them asked once a year from now on.
     *
     * @param seen the version that was shown
     */
    @PostMapping("/yearly")
    String turnOn(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        FilledForm form = pages.form();
        return visit.act(
                visit.person().answer(Confirmations.turnOn(code, seen)),
                _ -> visit.go(path(code), DONE.getFirst()),
                form,
                List.of(),
                () -> page(visit, form));
    }

    /**
     * Has them asked only by hand from now on.
     *
     * @param seen the version that was shown
     */
    @PostMapping("/by-hand")
    String turnOff(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        FilledForm form = pages.form();
        return visit.act(
                visit.person().answer(Confirmations.turnOff(code, seen)),
                _ -> visit.go(path(code), DONE.getLast()),
                form,
                List.of(),
                () -> page(visit, form));
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/registry/confirmations", request);
    }

    private Visit visit(
            String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return pages.visit(code, path(code), request, reader, model, response);
    }

    private static String page(Visit visit, FilledForm form) {
        Versioned<Confirmations.Yearly> yearly =
                visit.person().found(Confirmations.yearly(visit.code()));
        visit.model().addAttribute("form", form);
        visit.model().addAttribute("yearly", yearly.value().on());
        visit.model().addAttribute("seen", yearly.version());
        return "registry-confirmations";
    }

    private static String path(String code) {
        return RegistrarPages.registry(code) + "/confirmations";
    }
}
