package fi.kumppani.portal.ownassociation;

import fi.kumppani.portal.association.MembershipFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.ownassociation.OwnAssociationSheet.Visit;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Asks for one's association to become a member of a network, takes that back, and leaves one. */
@Controller
@RequestMapping("/m/{code}/my/associations/{id}/memberships/{network}")
class OwnMembershipActs {

    private static final String ASKED = "asked";
    private static final List<String> REASONS =
            List.of("network-ended", "association-dissolved", "already-member");

    private final OwnAssociationSheet sheet;

    OwnMembershipActs(OwnAssociationSheet sheet) {
        this.sheet = sheet;
    }

    /** Asks to become a member. */
    @PostMapping("/request")
    String ask(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String network,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        String seen = MembershipFacts.version(before(visit, network));
        return after(
                visit,
                visit.person().answer(MembershipFacts.ask(code, network, id, seen)),
                ASKED,
                request);
    }

    /**
     * Leaves, or takes the request back.
     *
     * @param was the status that was shown, {@code asked} or {@code member}
     */
    @PostMapping("/ending")
    String end(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String network,
            @RequestParam(defaultValue = "") String was,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        Answer<Versioned<MembershipFacts>> before = before(visit, network);
        boolean isAsShown =
                before.found().filter(found -> found.value().status().equals(was)).isPresent();
        return after(
                visit,
                isAsShown
                        ? visit.person()
                                .answer(
                                        MembershipFacts.end(
                                                code, network, id, MembershipFacts.version(before)))
                        : new Answer.Refused<>(new Refusal(Refusal.STALE, "", List.of())),
                was.equals(ASKED) ? "withdrawn" : "left",
                request);
    }

    /** Leads back to the association after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my/associations/{id}", request);
    }

    private static Answer<Versioned<MembershipFacts>> before(Visit visit, String network) {
        return visit.person().versioned(MembershipFacts.one(visit.code(), network, visit.id()));
    }

    private String after(
            Visit visit, Answer<MembershipFacts> answer, String done, HttpServletRequest request) {
        return Outcome.of(
                answer,
                visit.response(),
                _ -> AfterActing.to(visit.path(), done, request),
                refusal ->
                        sheet.refused(
                                visit,
                                refusal.isStale()
                                        ? "registrar.changed"
                                        : REASONS.contains(refusal.reason())
                                                ? "registrar.reason." + refusal.reason()
                                                : "registrar.refused"),
                () -> sheet.refused(visit, "registrar.away"));
    }
}
