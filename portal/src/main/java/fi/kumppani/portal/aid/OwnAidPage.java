package fi.kumppani.portal.aid;

import fi.kumppani.portal.application.OwnPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * An applicant declares what de minimis aid it has from others; before it has, it is granted none.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/my/applications/{id}" + OwnAidPage.PART)
class OwnAidPage {

    static final String PART = "/de-minimis";

    private static final String SAVED = "saved";

    private final OwnPages pages;
    private final AidDeclaration declaration;

    OwnAidPage(OwnPages pages, AidDeclaration declaration) {
        this.pages = pages;
        this.declaration = declaration;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(request, reader);
        if (done.equals(SAVED)) {
            model.addAttribute("done", done);
        }
        declaration.show(person, code, id, request, reader, model);
        return page(person, code, id, reader, model);
    }

    @PostMapping
    String declare(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        return declaration.save(
                person,
                code,
                id,
                sent,
                reader,
                model,
                response,
                () -> AfterActing.to(OwnPages.path(code, id) + PART, SAVED, request),
                () -> page(person, code, id, reader, model));
    }

    private String page(Person person, String code, String id, Reader reader, Model model) {
        pages.part(person, code, id, PART, reader, model);
        return "my-aid";
    }
}
