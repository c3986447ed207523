package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.invitation.InvitationFacts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.HandlerMapping;

import java.util.List;

/**
 * The page of an association's rights, whatever is done there: for coordinators within the
 * registry, and for the association's main users among their own pages.
 */
@Component
final class RightsSheet {

    /** Where coordinators find it. */
    static final String OF_COORDINATORS = "/m/{code}/registry/associations/{id}/rights";

    /** Where main users find it. */
    static final String OF_MAIN_USERS = "/m/{code}/my/associations/{id}/rights";

    /** Where the invitations of either are. */
    static final String INVITATIONS = "/invitations";

    private static final String OWN = "/m/{code}/my/";
    private static final List<String> DONE = List.of("granted", "revoked", "invited", "withdrawn");

    private final RegistrarPages pages;

    RightsSheet(RegistrarPages pages) {
        this.pages = pages;
    }

    /** Whoever is logged in, if there is such a page for them. */
    Visit visit(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        String path = path(code, id, request);
        return isOwn(request)
                ? pages.ownVisit(code, path, request, reader, model, response)
                : pages.visit(code, path, request, reader, model, response);
    }

    /** The address of the page, as the request came to one of the two. */
    static String path(String code, String id, HttpServletRequest request) {
        return (isOwn(request) ? "/m/" + code + "/my/associations/" + id : inRegistry(code, id))
                + "/rights";
    }

    private static String inRegistry(String code, String id) {
        return RegistrarPages.association(code, id);
    }

    /** Leads back to the page after the login. */
    static String logIn(HttpServletRequest request) {
        return People.login(isOwn(request) ? OF_MAIN_USERS : OF_COORDINATORS, request);
    }

    private static boolean isOwn(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .startsWith(OWN);
    }

    /** A form with which a right is given. */
    FilledForm form(FilledForm form, String subject, String module) {
        form.put(RightsPage.SUBJECT, subject);
        form.put(RightsPage.MODULE, module);
        return form;
    }

    /** The page as it is opened. */
    String page(Visit visit, String id, FilledForm form, String done) {
        visit.say(done, DONE);
        return page(visit, id, form);
    }

    /** The page with a form. */
    String page(Visit visit, String id, FilledForm form) {
        Model model = visit.model();
        List<MandateFacts> rights =
                Listed.of(
                                visit.person().answer(MandateFacts.of(visit.code(), id)),
                                model,
                                visit.response())
                        .items();
        Answer<Listing<InvitationFacts>> open =
                visit.person().answer(InvitationFacts.of(visit.code(), id));
        describe(visit, id, form);
        model.addAttribute("modules", MandateFacts.MODULES);
        model.addAttribute("held", RightRow.held(rights, visit.language()));
        model.addAttribute("ended", RightRow.ended(rights, visit.language()));
        model.addAttribute("invitationsAway", open.isLacking());
        model.addAttribute(
                "invitations",
                open.found().map(Listing::items).orElseGet(List::of).stream()
                        .map(each -> InvitationRow.of(each, visit.language()))
                        .toList());
        return "registry-rights";
    }

    /** Puts what every page about an association's rights shows at its top. */
    void describe(Visit visit, String id, FilledForm form) {
        Model model = visit.model();
        AssociationFacts association =
                visit.person().found(AssociationFacts.one(visit.code(), id)).value();
        model.addAttribute("form", form);
        model.addAttribute("name", association.name().told(visit.language()));
        model.addAttribute("dissolved", association.isDissolved());
        model.addAttribute("own", isOwn(visit.request()));
        model.addAttribute("associationHref", inRegistry(visit.code(), id));
        model.addAttribute("mineHref", "/m/" + visit.code() + "/my");
    }
}
