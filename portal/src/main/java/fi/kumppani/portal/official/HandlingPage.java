package fi.kumppani.portal.official;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.application.FormFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Set;

/** One application in handling: what is applied for, how far it is, and what can be done now. */
@Controller
@RequestMapping("/m/{code}/work/applications/{id}")
class HandlingPage {

    private static final String TAKE = "take";
    private static final String RELEASE = "release";
    private static final String LEAVE = "leave";
    private static final Set<String> MOVABLE = Set.of("submitted", "supplementing");
    private static final Set<String> DONE =
            Set.of(
                    TAKE,
                    RELEASE,
                    SupplementPage.NAME,
                    "review",
                    "proposal",
                    DecidePage.NAME,
                    TransferPage.NAME);

    private final WorkPages pages;
    private final Backends backends;
    private final AnsweredForm answeredForm;

    HandlingPage(WorkPages pages, Backends backends, AnsweredForm answeredForm) {
        this.pages = pages;
        this.backends = backends;
        this.answeredForm = answeredForm;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return page(code, id, pages.official(code, request, reader), reader, model);
    }

    /**
     * Takes it, makes it nobody's again, or leaves it to others for good.
     *
     * @param seen the version of the handling that was shown
     */
    @PostMapping
    String move(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        Answer<?> answer =
                switch (move) {
                    case TAKE -> official.person().answer(HandlingFacts.take(code, id, seen));
                    case RELEASE -> official.person().answer(HandlingFacts.release(code, id, seen));
                    case LEAVE -> official.person().answer(HandlingFacts.leave(code, id));
                    default -> throw new NoSuchPageException();
                };
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.application(code, id), move, request),
                () -> {
                    Refusals.put(model, answer);
                    return page(code, id, official, reader, model);
                });
    }

    private String page(String code, String id, Official official, Reader reader, Model model) {
        pages.frame(code, WorkPages.application(code, id), reader, model);
        Answer<Versioned<ApplicationFacts>> answer =
                official.person().versioned(ApplicationFacts.one(code, id));
        if (answer instanceof Answer.Refused<Versioned<ApplicationFacts>>(var refusal)
                && !refusal.ground().isEmpty()) {
            model.addAttribute("ground", Grounds.known(refusal.ground()));
            return "work-closed";
        }
        ApplicationFacts facts = PageSubject.of(answer).value();
        if (facts.isDraft()) {
            throw new NoSuchPageException();
        }
        Versioned<HandlingFacts> handling = official.person().found(HandlingFacts.of(code, id));
        WorkCall call = official.person().found(WorkCall.one(code, facts.callId())).value();
        Language language = reader.language();
        ApplicationView.put(model, facts, call, code, handling.value().blind(), language);
        model.addAttribute(
                "association",
                handling.value().blind() || facts.associationId() == null
                        ? null
                        : pages.association(code, facts.associationId(), reader));
        model.addAttribute("sections", sections(code, facts, reader));
        model.addAttribute("state", States.of(facts.status(), handling.value().state()));
        model.addAttribute("handling", HandlingView.of(handling.value(), call, language));
        model.addAttribute("seen", handling.version());
        offer(model, facts, handling.value(), call, official);
        if (!handling.value().blind()) {
            official.person()
                    .answer(AlongsideFacts.of(code, id))
                    .found()
                    .filter(found -> !found.items().isEmpty())
                    .ifPresent(
                            found -> model.addAttribute("alongside", found.shown(code, language)));
        }
        official.person()
                .answer(CaseFacts.of(code, id))
                .found()
                .ifPresent(found -> propose(code, found, reader, model));
        return "work-application";
    }

    /** Says which buttons there are; whether they may be used is for grants-service to say. */
    private static void offer(
            Model model,
            ApplicationFacts facts,
            HandlingFacts handling,
            WorkCall call,
            Official official) {
        boolean undecided = States.UNDECIDED.contains(facts.status());
        boolean waits = facts.status().equals("submitted");
        model.addAttribute("assignable", undecided && official.handles());
        model.addAttribute("askable", waits && official.handles());
        model.addAttribute(
                "reviewable",
                undecided
                        && official.handles()
                        && !handling.roundClosed()
                        && !call.criteria().isEmpty());
        model.addAttribute("proposable", undecided && official.handles());
        model.addAttribute("decidable", undecided && official.decides());
        model.addAttribute("leavable", undecided);
        model.addAttribute("movable", official.handles() && MOVABLE.contains(facts.status()));
        ApplicationFacts.Decision decision = facts.decision();
        model.addAttribute("followed", decision != null);
        model.addAttribute("granted", decision != null && decision.granted().signum() > 0);
        model.addAttribute("reported", call.asksForReports());
    }

    private List<AnsweredForm.Section> sections(
            String code, ApplicationFacts facts, Reader reader) {
        ApplicationFacts.Form form = facts.form();
        return form == null
                ? List.of()
                : answeredForm.of(
                        PageSubject.of(backends.answer(reader, FormFacts.of(code, form))),
                        form.answers(),
                        ApplicationView.written(facts, reader.language()),
                        reader.language());
    }

    private void propose(String code, CaseFacts found, Reader reader, Model model) {
        model.addAttribute("caseNumber", found.caseNumber());
        if (found.proposal() != null) {
            model.addAttribute(
                    "proposal",
                    found.proposal()
                            .verdict()
                            .shown(ReasonFacts.of(code, backends, reader), reader.language()));
        }
    }
}
