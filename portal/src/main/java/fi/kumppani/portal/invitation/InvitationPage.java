package fi.kumppani.portal.invitation;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.identity.SignedIn;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
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
import org.springframework.web.servlet.HandlerMapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody is invited to by the link in their mail. Opening it does nothing; a button accepts
 * it, for whoever is logged in, and leads to the login before that.
 */
@Controller
@RequestMapping("/m/{code}/invitations/{id}")
class InvitationPage {

    private static final String ACCEPTED = "accepted";
    private static final String REFUSAL = "refusal";
    private static final List<String> REASONS =
            List.of("expired", "withdrawn", "used-by-another", "association-dissolved");

    private final Backends backends;
    private final Municipalities municipalities;
    private final People people;

    InvitationPage(Backends backends, Municipalities municipalities, People people) {
        this.backends = backends;
        this.municipalities = municipalities;
        this.people = people;
    }

    /**
     * Shows it.
     *
     * @param token of the link; empty after the login, where it was kept
     */
    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (done.equals(ACCEPTED)) {
            model.addAttribute("done", done);
        }
        String held = token.isEmpty() ? KeptToken.of(request, id) : token;
        return page(code, id, held, request, reader, model);
    }

    /** Accepts it. */
    @PostMapping("/acceptance")
    String accept(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        if (SignedIn.of(request).filter(person -> !person.represents()).isPresent()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return page(code, id, token, request, reader, model);
        }
        Person person = people.of(request, reader, SignedIn::represents);
        return Outcome.of(
                person.answer(InvitationFacts.accept(code, id, token)),
                response,
                _ -> {
                    KeptToken.keep(request, id, token);
                    return AfterActing.to(path(code, id), ACCEPTED, request);
                },
                refusal -> {
                    model.addAttribute(
                            REFUSAL,
                            REASONS.contains(refusal.reason())
                                    ? "invited.reason." + refusal.reason()
                                    : refusal.tooMany() ? "invited.too-many" : "invited.refused");
                    return page(code, id, token, request, reader, model);
                },
                () -> {
                    model.addAttribute(REFUSAL, "invited.away");
                    return page(code, id, token, request, reader, model);
                });
    }

    /** Leads back here after the login, where the token is known and the button is there again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        Map<?, ?> path =
                (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String token = request.getParameter("token");
        KeptToken.keep(request, String.valueOf(path.get("id")), token == null ? "" : token);
        return People.login("/m/{code}/invitations/{id}", request);
    }

    private static String path(String code, String id) {
        return "/m/" + code + "/invitations/" + id;
    }

    private String page(
            String code,
            String id,
            String token,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (token.isEmpty()) {
            throw new NoSuchPageException();
        }
        InvitationFacts offer =
                PageSubject.of(backends.answer(reader, InvitationFacts.offer(code, id, token)));
        AssociationFacts association =
                PageSubject.of(
                        backends.answer(reader, AssociationFacts.one(code, offer.associationId())));
        Optional<SignedIn> person = SignedIn.of(request);
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("here", path(code, id));
        model.addAttribute("token", token);
        model.addAttribute("offer", offer);
        model.addAttribute("name", association.name().told(reader.language()));
        model.addAttribute("until", Formats.moment(offer.expiresAt(), reader.language()));
        model.addAttribute("known", person.isPresent());
        model.addAttribute("fit", person.filter(SignedIn::represents).isPresent());
        model.addAttribute("administers", offer.modules().contains("administration"));
        return "invitation";
    }
}
