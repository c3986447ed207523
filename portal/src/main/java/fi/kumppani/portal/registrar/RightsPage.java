package fi.kumppani.portal.registrar;

import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.invitation.InvitationFacts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.LoginNeededException;
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
 * Who may act for an association and in what, who might before, and who is invited. People are
 * known by the identity provider's opaque id alone, as the registry keeps no names of people.
 */
@Controller
@WritesForms
@RequestMapping({RightsSheet.OF_COORDINATORS, RightsSheet.OF_MAIN_USERS})
class RightsPage {

    static final String SUBJECT = "subject";
    static final String MODULE = "module";

    private static final List<String> REASONS = List.of("held-already", "last-main-user");
    private static final Pattern OPAQUE = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final RegistrarPages pages;
    private final RightsSheet sheet;

    RightsPage(RegistrarPages pages, RightsSheet sheet) {
        this.pages = pages;
        this.sheet = sheet;
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
        FilledForm form = empty();
        KeptForms.fill(
                form,
                request,
                kept -> {
                    form.put(SUBJECT, kept.getFirst(SUBJECT));
                    form.put(MODULE, kept.getFirst(MODULE));
                });
        return sheet.page(visit, id, form, done);
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
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        FilledForm form = sheet.form(pages.form(key), subject, module);
        if (!OPAQUE.matcher(form.value(SUBJECT)).matches()) {
            form.refuse(SUBJECT, "registrar.error.subject");
        }
        if (!MandateFacts.MODULES.contains(module)) {
            form.refuse(MODULE, "registrar.error.module");
        }
        if (form.isRefused()) {
            return visit.unsound(() -> sheet.page(visit, id, form));
        }
        return visit.act(
                visit.person()
                        .answer(
                                MandateFacts.grant(
                                        code, id, form.value(SUBJECT), module, form.key())),
                _ -> visit.go(RightsSheet.path(code, id, request), "granted"),
                form,
                REASONS,
                () -> sheet.page(visit, id, form));
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
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        Versioned<MandateFacts> found = visit.person().found(MandateFacts.one(code, mandate));
        requireOf(id, found.value().associationId());
        FilledForm form = empty();
        return visit.act(
                visit.person().answer(MandateFacts.revoke(code, mandate, found.version())),
                _ -> visit.go(RightsSheet.path(code, id, request), "revoked"),
                form,
                REASONS,
                () -> sheet.page(visit, id, form));
    }

    /** Takes back an invitation to act for this association. */
    @PostMapping(RightsSheet.INVITATIONS + "/{invitation}/withdrawal")
    String withdraw(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String invitation,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        Versioned<InvitationFacts> found =
                visit.person().found(InvitationFacts.one(code, invitation));
        requireOf(id, found.value().associationId());
        FilledForm form = empty();
        return visit.act(
                visit.person().answer(InvitationFacts.withdraw(code, invitation, found.version())),
                after ->
                        visit.go(
                                RightsSheet.path(code, id, request),
                                after.status().equals("accepted") ? "" : "withdrawn"),
                form,
                REASONS,
                () -> sheet.page(visit, id, form));
    }

    /** Leads back here after the login, where what was written is there again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        KeptForms.keep(request);
        return RightsSheet.logIn(request);
    }

    private FilledForm empty() {
        return sheet.form(pages.form(), "", MandateFacts.MODULES.getFirst());
    }

    private static void requireOf(String association, String found) {
        if (!found.equals(association)) {
            throw new NoSuchPageException();
        }
    }
}
