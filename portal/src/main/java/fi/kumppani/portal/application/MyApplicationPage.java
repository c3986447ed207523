package fi.kumppani.portal.application;

import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Set;

/** One application of one's own: what is written of it, and how it stands. */
@Controller
@RequestMapping("/m/{code}/my/applications/{id}")
class MyApplicationPage {

    private static final Set<String> DONE =
            Set.of(
                    "begun",
                    "copied",
                    "saved",
                    "submission",
                    "supplement",
                    "withdrawal",
                    "acceptance",
                    "refusal");

    private final OwnPages pages;
    private final MyApplicationView view;

    MyApplicationPage(OwnPages pages, MyApplicationView view) {
        this.pages = pages;
        this.view = view;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return view.page(code, id, List.of(), pages.person(request, reader), reader, model);
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my/applications/{id}", request);
    }
}
