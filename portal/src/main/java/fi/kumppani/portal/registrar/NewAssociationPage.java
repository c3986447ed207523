package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Listing;
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

import java.util.List;

/** Registers an association. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/registry/new")
class NewAssociationPage {

    private static final List<String> NAMES = List.of("name.fi", "name.sv", "name.en");

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
     * Registers it; when others are called alike, once somebody has seen them.
     *
     * @param key what makes the form sent twice one act
     * @param seen the ids of those that were shown
     */
    @PostMapping
    String register(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        FilledForm form = pages.form(key);
        AssociationForm.keep(form, sent);
        List<AssociationFacts> alike = alike(visit, form);
        if (!List.of(seen.split(",")).containsAll(ids(alike))) {
            return visit.unsound(() -> page(visit, form));
        }
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

    /** Those that are called alike; none when that cannot be told. */
    private static List<AssociationFacts> alike(Visit visit, FilledForm form) {
        if (NAMES.stream().map(form::value).allMatch(String::isEmpty)) {
            return List.of();
        }
        List<AssociationFacts> alike =
                visit
                        .person()
                        .answer(Duplicates.like(visit.code(), form))
                        .found()
                        .map(Listing::items)
                        .orElseGet(List::of)
                        .stream()
                        .map(Duplicates.Alike::association)
                        .toList();
        visit.model()
                .addAttribute(
                        "alike",
                        alike.stream()
                                .map(
                                        facts ->
                                                RegistryList.Row.of(
                                                        visit.code(), facts, visit.language()))
                                .toList());
        visit.model().addAttribute("seen", String.join(",", ids(alike)));
        return alike;
    }

    private static List<String> ids(List<AssociationFacts> associations) {
        return associations.stream().map(AssociationFacts::id).toList();
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
