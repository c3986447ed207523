package fi.kumppani.portal.ownassociation;

import fi.kumppani.portal.ownassociation.OwnAssociationSheet.Visit;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.registrar.AssociationForm;
import fi.kumppani.portal.registrar.Registry;

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

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An association's own data, and the networks it is in or may ask to be in. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/my/associations/{id}")
class OwnAssociationPage {

    private static final List<String> DONE =
            List.of("saved", "asked", "withdrawn", "left", "confirmed", "contact");

    private final OwnAssociationSheet sheet;
    private final Clock clock;

    OwnAssociationPage(OwnAssociationSheet sheet, Clock clock) {
        this.sheet = sheet;
        this.clock = clock;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        Optional<MultiValueMap<String, String>> kept = KeptForms.take(request);
        if (kept.isPresent()) {
            FilledForm form = form(kept.get());
            form.refuse("own.kept");
            String seen = Objects.requireNonNullElse(kept.get().getFirst("seen"), "");
            return sheet.page(visit, form, seen);
        }
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return sheet.page(visit);
    }

    /**
     * Saves the data.
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
        FilledForm form = form(sent);
        return Outcome.of(
                visit.person().answer(Registry.write(code, id, AssociationForm.read(form), seen)),
                response,
                _ -> AfterActing.to(visit.path(), "saved", request),
                refusal -> {
                    if (refusal.isStale()) {
                        return sheet.stale(visit, form);
                    }
                    AssociationForm.refuse(form, refusal);
                    return sheet.page(visit, form, seen);
                },
                () -> {
                    form.refuse("registrar.away");
                    return sheet.page(visit, form, seen);
                });
    }

    private FilledForm form(MultiValueMap<String, String> sent) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        AssociationForm.keep(form, sent);
        return form;
    }
}
