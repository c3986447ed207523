package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.WritesForms;
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

/**
 * Who may act for an association, and in what. People are known by the identity provider's opaque
 * id alone, as the registry keeps no names of people.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/registry/associations/{id}/rights")
class RightsPage {

    private static final List<String> DONE = List.of("granted", "revoked");
    private static final List<String> REASONS = List.of("held-already");
    private static final String SUBJECT = "subject";
    private static final String MODULE = "module";
    private static final Pattern OPAQUE = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final RegistrarPages pages;

    RightsPage(RegistrarPages pages) {
        this.pages = pages;
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
        Visit visit = visit(code, id, request, reader, model, response);
        visit.say(done, DONE);
        FilledForm form = form(pages.form(), "", MandateFacts.MODULES.getFirst());
        KeptForms.fill(
                form,
                request,
                kept -> {
                    form.put(SUBJECT, kept.getFirst(SUBJECT));
                    form.put(MODULE, kept.getFirst(MODULE));
                });
        return page(visit, id, form);
    }

    /**
     * Grants a right.
     *
     * @param key what makes the form sent twice one act
     */
    @PostMapping
    String grant(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String module,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, id, request, reader, model, response);
        FilledForm form = form(pages.form(key), subject, module);
        if (!OPAQUE.matcher(form.value(SUBJECT)).matches()) {
            form.refuse(SUBJECT, "registrar.error.subject");
        }
        if (!MandateFacts.MODULES.contains(module)) {
            form.refuse(MODULE, "registrar.error.module");
        }
        if (form.isRefused()) {
            return visit.unsound(() -> page(visit, id, form));
        }
        return visit.act(
                visit.person()
                        .answer(
                                MandateFacts.grant(
                                        code, id, form.value(SUBJECT), module, form.key())),
                _ -> visit.go(path(code, id), "granted"),
                form,
                REASONS,
                () -> page(visit, id, form));
    }

    /** Revokes a right that holds for this association. */
    @PostMapping("/{mandate}/revocation")
    String revoke(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String mandate,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, id, request, reader, model, response);
        Versioned<MandateFacts> found = visit.person().found(MandateFacts.one(code, mandate));
        if (!found.value().associationId().equals(id)) {
            throw new NoSuchPageException();
        }
        FilledForm form = form(pages.form(), "", MandateFacts.MODULES.getFirst());
        return visit.act(
                visit.person().answer(MandateFacts.revoke(code, mandate, found.version())),
                _ -> visit.go(path(code, id), "revoked"),
                form,
                REASONS,
                () -> page(visit, id, form));
    }

    /** Leads back here after the login, where what was written is there again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        KeptForms.keep(request);
        return People.login("/m/{code}/registry/associations/{id}/rights", request);
    }

    private static String path(String code, String id) {
        return RegistrarPages.association(code, id) + "/rights";
    }

    private Visit visit(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return pages.visit(code, path(code, id), request, reader, model, response);
    }

    private static FilledForm form(FilledForm form, String subject, String module) {
        form.put(SUBJECT, subject);
        form.put(MODULE, module);
        return form;
    }

    private static String page(Visit visit, String id, FilledForm form) {
        Model model = visit.model();
        AssociationFacts association =
                visit.person().found(AssociationFacts.one(visit.code(), id)).value();
        Listing<MandateFacts> held =
                Listed.of(
                        visit.person().answer(MandateFacts.of(visit.code(), id)),
                        model,
                        visit.response());
        model.addAttribute("form", form);
        model.addAttribute("name", association.name().told(visit.language()));
        model.addAttribute("dissolved", association.isDissolved());
        model.addAttribute("associationHref", RegistrarPages.association(visit.code(), id));
        model.addAttribute("modules", MandateFacts.MODULES);
        model.addAttribute("held", held.items());
        return "registry-rights";
    }
}
