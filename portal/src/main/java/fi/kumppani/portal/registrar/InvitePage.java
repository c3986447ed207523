package fi.kumppani.portal.registrar;

import fi.kumppani.portal.invitation.InvitationFacts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Invites somebody by e-mail to act for an association. */
@Controller
@WritesForms
@RequestMapping({
    RightsSheet.OF_COORDINATORS + RightsSheet.INVITATIONS,
    RightsSheet.OF_MAIN_USERS + RightsSheet.INVITATIONS
})
class InvitePage {

    private static final String EMAIL = "email";
    private static final String LANGUAGE = "language";
    private static final String MODULES = "modules";
    private static final List<String> REASONS =
            List.of("invited-already", "too-many-open", "association-dissolved");

    private final RegistrarPages pages;
    private final RightsSheet sheet;

    InvitePage(RegistrarPages pages, RightsSheet sheet) {
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
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        MultiValueMap<String, String> nothing = new LinkedMultiValueMap<>();
        nothing.add(LANGUAGE, visit.language().code());
        FilledForm form = fill(pages.form(), nothing);
        KeptForms.fill(form, request, kept -> fill(form, kept));
        return page(visit, id, form);
    }

    /**
     * Invites them.
     *
     * @param key what makes the form sent twice one act
     */
    @PostMapping
    String invite(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        FilledForm form = fill(pages.form(key), sent);
        if (!List.of("fi", "sv", "en").contains(form.value(LANGUAGE))) {
            form.refuse(LANGUAGE, "registrar.error.language");
            return visit.unsound(() -> page(visit, id, form));
        }
        return visit.act(
                visit.person().answer(InvitationFacts.invite(code, facts(id, form), form.key())),
                _ -> visit.go(RightsSheet.path(code, id, request), "invited"),
                form,
                REASONS,
                () -> page(visit, id, form));
    }

    private static Map<String, Object> facts(String association, FilledForm form) {
        return Map.of(
                "associationId",
                association,
                EMAIL,
                form.value(EMAIL),
                LANGUAGE,
                form.value(LANGUAGE),
                MODULES,
                form.values(MODULES));
    }

    private static FilledForm fill(FilledForm form, MultiValueMap<String, String> sent) {
        form.put(EMAIL, sent.getFirst(EMAIL));
        form.put(LANGUAGE, sent.getFirst(LANGUAGE));
        form.putAll(MODULES, Objects.requireNonNullElseGet(sent.get(MODULES), List::of));
        return form;
    }

    /** Whoever may not see the rights of the association finds no such page. */
    private String page(Visit visit, String id, FilledForm form) {
        var _ = visit.person().found(InvitationFacts.of(visit.code(), id));
        sheet.describe(visit, id, form);
        visit.model().addAttribute("modules", MandateFacts.MODULES);
        return "registry-invite";
    }
}
