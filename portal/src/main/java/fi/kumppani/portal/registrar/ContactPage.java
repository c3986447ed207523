package fi.kumppani.portal.registrar;

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

/** Where a coordinator notes where mail to an association goes. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/registry/associations/{id}/contact")
class ContactPage {

    private final RegistrarPages pages;
    private final ContactSheet sheet;

    ContactPage(RegistrarPages pages, ContactSheet sheet) {
        this.pages = pages;
        this.sheet = sheet;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return sheet.open(visit(code, id, request, reader, model, response));
    }

    /**
     * Keeps it.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String keep(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return sheet.keep(visit(code, id, request, reader, model, response), sent, seen);
    }

    private ContactSheet.Visit visit(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        String association = RegistrarPages.association(code, id);
        Visit visit = pages.visit(code, association + "/contact", request, reader, model, response);
        return new ContactSheet.Visit(
                code, id, association, visit.person(), visit.language(), request, model, response);
    }
}
