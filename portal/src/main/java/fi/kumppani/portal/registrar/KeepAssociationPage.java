package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Versioned;
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

import java.util.Objects;
import java.util.Optional;

/** Writes the facts of an association anew. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/registry/associations/{id}")
class KeepAssociationPage {

    private final AssociationSheet sheet;
    private final RegistrarPages pages;

    KeepAssociationPage(AssociationSheet sheet, RegistrarPages pages) {
        this.sheet = sheet;
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param same the id of another one that it may be, so that it can be dissolved as that
     */
    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String same,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        sheet.putOriginal(visit, id, same);
        Optional<MultiValueMap<String, String>> kept = KeptForms.take(request);
        return kept.isEmpty() ? sheet.page(visit, id, done) : again(visit, id, kept.get());
    }

    /**
     * Saves it.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        FilledForm form = pages.form();
        AssociationForm.keep(form, sent);
        return Outcome.of(
                visit.person().answer(Registry.write(code, id, AssociationForm.read(form), seen)),
                response,
                _ -> visit.go(RegistrarPages.association(code, id), "saved"),
                refusal -> {
                    if (refusal.isStale()) {
                        return sheet.stale(visit, id, form);
                    }
                    AssociationForm.refuse(form, refusal);
                    return sheet.page(visit, as(seen, sheet.found(visit, id)), form);
                },
                () -> {
                    form.refuse("registrar.away");
                    return sheet.page(visit, as(seen, sheet.found(visit, id)), form);
                });
    }

    private String again(Visit visit, String id, MultiValueMap<String, String> kept) {
        FilledForm form = pages.form();
        AssociationForm.keep(form, kept);
        form.refuse("own.kept");
        String seen = Objects.requireNonNullElse(kept.getFirst("seen"), "");
        return sheet.page(visit, as(seen, sheet.found(visit, id)), form);
    }

    /** What is shown beside a form that was filled in to an earlier version. */
    private static Versioned<AssociationFacts> as(String seen, Versioned<AssociationFacts> found) {
        return new Versioned<>(found.value(), seen);
    }
}
