package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
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
import java.util.Set;

/** What the buttons on the page of an application do: hand it in, and answer what was granted. */
@Controller
@RequestMapping("/m/{code}/my/applications/{id}")
class MyApplicationActs {

    private static final Set<String> REASONS =
            Set.of(
                    "call-closed",
                    "call-not-open-yet",
                    "already-decided",
                    "withdrawn",
                    "supplement-late",
                    "no-supplement-asked",
                    "partner-not-joined",
                    "acceptance-late",
                    "already-accepted",
                    "already-declined",
                    "already-paid",
                    "being-revised");

    private final OwnPages pages;
    private final MyApplicationView view;

    MyApplicationActs(OwnPages pages, MyApplicationView view) {
        this.pages = pages;
        this.view = view;
    }

    /**
     * Hands it in, hands it in completed, or takes it back.
     *
     * @param seen the version that was shown
     */
    @PostMapping("/{move:submission|supplement|withdrawal}")
    String move(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String move,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        return moved(
                code,
                id,
                move,
                person.answer(ApplicationFacts.move(code, id, move, seen)),
                person,
                request,
                reader,
                model,
                response);
    }

    /**
     * Accepts what was granted, or declines it.
     *
     * @param seen the version of the award that was shown
     */
    @PostMapping("/{answer:acceptance|refusal}")
    String answer(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String answer,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        return moved(
                code,
                id,
                answer,
                person.answer(AwardFacts.answer(code, id, answer, seen)),
                person,
                request,
                reader,
                model,
                response);
    }

    /** Leads back to the application after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my/applications/{id}", request);
    }

    private <T> String moved(
            String code,
            String id,
            String move,
            Answer<T> answer,
            Person person,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(OwnPages.path(code, id), move, request),
                refusal -> {
                    model.addAttribute("refusal", text(refusal));
                    return view.page(code, id, refusal.errors(), person, reader, model);
                },
                () -> {
                    model.addAttribute("refusal", "own.away");
                    return view.page(code, id, List.of(), person, reader, model);
                });
    }

    private static String text(Refusal refusal) {
        if (refusal.isStale()) {
            return "own.changed";
        }
        if (!refusal.errors().isEmpty()) {
            return "own.incomplete";
        }
        return REASONS.contains(refusal.reason())
                ? "own.reason." + refusal.reason()
                : "own.refused";
    }
}
