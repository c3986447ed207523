package fi.kumppani.portal.registrar;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
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

/** Registers an association. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/registry/new")
class NewAssociationPage {

    private final RegistrarPages pages;
    private final AssociationWords words;

    NewAssociationPage(RegistrarPages pages, AssociationWords words) {
        this.pages = pages;
        this.words = words;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        FilledForm form = pages.form();
        AssociationForm.begin(form);
        KeptForms.fill(form, request, kept -> AssociationForm.keep(form, kept));
        return page(visit, form);
    }

    /**
     * Registers it.
     *
     * @param key what makes the form sent twice one act
     */
    @PostMapping
    String register(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        FilledForm form = pages.form(key);
        AssociationForm.keep(form, sent);
        return Outcome.of(
                visit.person()
                        .answer(Registry.register(code, AssociationForm.read(form), form.key())),
                response,
                made -> visit.go(RegistrarPages.association(code, made.id()), "registered"),
                refusal -> {
                    AssociationForm.refuse(form, refusal);
                    return page(visit, form);
                },
                () -> {
                    form.refuse("registrar.away");
                    return page(visit, form);
                });
    }

    private Visit visit(
            String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        String path = RegistrarPages.registry(code) + "/new";
        return pages.visit(code, path, request, reader, model, response);
    }

    private String page(Visit visit, FilledForm form) {
        words.put(form, visit.model());
        return "registry-new";
    }
}
