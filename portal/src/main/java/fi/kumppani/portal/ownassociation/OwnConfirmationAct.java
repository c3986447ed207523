package fi.kumppani.portal.ownassociation;

import fi.kumppani.portal.ownassociation.OwnAssociationSheet.Visit;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.registrar.Registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says for one's association that what the registry says of it is right. */
@Controller
class OwnConfirmationAct {

    private static final String DISSOLVED = "dissolved";

    private final OwnAssociationSheet sheet;

    OwnConfirmationAct(OwnAssociationSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Says so of what was shown.
     *
     * @param seen the version that was shown
     */
    @PostMapping("/m/{code}/my/associations/{id}/confirmation")
    String confirm(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        return Outcome.of(
                visit.person().answer(Registry.act(code, id, "confirmation", seen)),
                response,
                _ -> AfterActing.to(visit.path(), "confirmed", request),
                refusal ->
                        sheet.refused(
                                visit,
                                refusal.isStale()
                                        ? "registrar.changed"
                                        : refusal.reason().equals(DISSOLVED)
                                                ? "registrar.reason.dissolved"
                                                : "registrar.refused"),
                () -> sheet.refused(visit, "registrar.away"));
    }

    /** Leads back to the association after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my/associations/{id}", request);
    }
}
