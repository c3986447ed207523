package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.NoSuchPageException;
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

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How far an issue is on its way, with buttons that make it wait, go on or stop, and what came of
 * it. A link shows it anew; a script does so by itself ({@code progress.js}).
 */
@Controller
@RequestMapping("/m/{code}/letters/drafts/{id}/progress")
class ProgressPage {

    private static final String STEP = "progress";
    private static final String FAMILY = "editor.progress";
    private static final Set<String> DONE = Set.of("sending", "paused", "resumed", "cancelled");
    private static final int MOST_ATTEMPTS = 5;
    private static final int MOST_TROUBLED = 50;

    private final DraftPages pages;

    ProgressPage(DraftPages pages) {
        this.pages = pages;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(code, request, reader);
        DraftFacts draft = pages.draft(person, code, id).value();
        if (draft.isDraft() || draft.isScheduled()) {
            return DraftPages.onTo(code, id, "order", request);
        }
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return page(code, draft, person, reader, model);
    }

    @PostMapping("/pause")
    String pause(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        Answer<Done> answer = order(person, code, id, seen -> OrderFacts.pause(code, id, seen));
        return outcome(code, id, answer, "paused", person, request, reader, model, response);
    }

    @PostMapping("/resumption")
    String resume(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        Answer<Done> answer = order(person, code, id, seen -> OrderFacts.resume(code, id, seen));
        return outcome(code, id, answer, "resumed", person, request, reader, model, response);
    }

    @PostMapping("/cancellation")
    String cancel(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        Answer<Done> answer = order(person, code, id, seen -> OrderFacts.cancel(code, id, seen));
        return outcome(code, id, answer, "cancelled", person, request, reader, model, response);
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/letters/drafts/{id}/progress", request);
    }

    /**
     * Orders it as of the current version: while an issue is on its way each part of it that is
     * sent makes another, and what is meant stays the same.
     */
    private Answer<Done> order(
            Person person, String code, String id, Function<String, Question<Done>> order) {
        Answer<Done> answer;
        int attempt = 0;
        do {
            answer = person.answer(order.apply(pages.draft(person, code, id).version()));
            attempt++;
        } while (attempt < MOST_ATTEMPTS
                && answer instanceof Answer.Refused<Done>(Refusal refusal)
                && refusal.status() == HttpServletResponse.SC_PRECONDITION_FAILED);
        return answer;
    }

    private String outcome(
            String code,
            String id,
            Answer<Done> answer,
            String done,
            Person person,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        switch (answer) {
            case Answer.Found<Done> _ -> {
                return AfterActing.to(DraftPages.path(code, id) + "/" + STEP, done, request);
            }
            case Answer.Missing<Done> _ -> throw new NoSuchPageException();
            case Answer.Refused<Done>(Refusal refusal) -> {
                response.setStatus(refusal.status());
                model.addAttribute(
                        "refusal",
                        refusal.reason().equals("not-on-its-way")
                                ? FAMILY + ".reason.not-on-its-way"
                                : FAMILY + ".refused");
            }
            case Answer.Away<Done> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                model.addAttribute("refusal", FAMILY + ".away");
            }
        }
        return page(code, pages.draft(person, code, id).value(), person, reader, model);
    }

    private String page(String code, DraftFacts draft, Person person, Reader reader, Model model) {
        ProgressFacts progress = person.found(ProgressFacts.of(code, draft.id())).value();
        pages.frame(code, draft, STEP, reader, model);
        model.addAttribute("progress", ProgressView.of(progress));
        model.addAttribute("troubled", progress.troubled().stream().limit(MOST_TROUBLED).toList());
        var numbers = person.answer(ProgressFacts.numbers(code, draft.id())).found();
        model.addAttribute("numbers", numbers.map(ProgressView::numbers).orElse(List.of()));
        model.addAttribute(
                "links",
                numbers.map(each -> ProgressView.links(each, draft, reader.language()))
                        .orElse(List.of()));
        return "draft-progress";
    }
}
