package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.NetworkFacts;
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

/** Describes a network anew. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/registry/networks/{id}")
class NetworkPage {

    private final NetworkSheet sheet;
    private final RegistrarPages pages;

    NetworkPage(NetworkSheet sheet, RegistrarPages pages) {
        this.sheet = sheet;
        this.pages = pages;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        Optional<MultiValueMap<String, String>> kept = KeptForms.take(request);
        if (kept.isEmpty()) {
            return sheet.page(visit, id, done, from);
        }
        if (kept.get().containsKey(NetworkSheet.ASSOCIATION)) {
            return sheet.kept(visit, id, kept.get());
        }
        FilledForm form = pages.form();
        NetworkForm.keep(form, kept.get());
        form.refuse("own.kept");
        String seen = Objects.requireNonNullElse(kept.get().getFirst("seen"), "");
        return sheet.page(visit, as(seen, sheet.found(visit, id)), form, "");
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
        NetworkForm.keep(form, sent);
        NetworkForm.check(form);
        if (form.isRefused()) {
            return visit.unsound(
                    () -> sheet.page(visit, as(seen, sheet.found(visit, id)), form, ""));
        }
        return Outcome.of(
                visit.person().answer(NetworkForm.write(code, id, form, seen)),
                response,
                _ -> visit.go(RegistrarPages.network(code, id), "saved"),
                refusal -> {
                    Versioned<NetworkFacts> now = sheet.found(visit, id);
                    if (refusal.isStale()) {
                        form.refuse("registrar.stale");
                        model.addAttribute("meanwhile", NetworkForm.meanwhile(form, now.value()));
                        return sheet.page(visit, now, form, "");
                    }
                    NetworkForm.refuse(form, refusal);
                    return sheet.page(visit, as(seen, now), form, "");
                },
                () -> {
                    form.refuse("registrar.away");
                    return sheet.page(visit, as(seen, sheet.found(visit, id)), form, "");
                });
    }

    /** What is shown beside a form that was filled in to an earlier version. */
    private static Versioned<NetworkFacts> as(String seen, Versioned<NetworkFacts> found) {
        return new Versioned<>(found.value(), seen);
    }
}
