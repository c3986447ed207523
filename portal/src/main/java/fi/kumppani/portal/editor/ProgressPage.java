package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Set;

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
        return order(
                new Asked(code, id, request, reader, model, response), OrderFacts::pause, "paused");
    }

    @PostMapping("/resumption")
    String resume(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return order(
                new Asked(code, id, request, reader, model, response),
                OrderFacts::resume,
                "resumed");
    }

    @PostMapping("/cancellation")
    String cancel(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return order(
                new Asked(code, id, request, reader, model, response),
                OrderFacts::cancel,
                "cancelled");
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/letters/drafts/{id}/progress", request);
    }

    private record Asked(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {}

    /** What can be ordered of an issue on its way, as of a version of it. */
    @FunctionalInterface
    private interface Order {
        Question<Done> of(String code, String id, String seen);
    }

    /** The page after an order was given, or with what keeps it from being followed. */
    private String order(Asked asked, Order order, String done) {
        Person person = pages.person(asked.code(), asked.request(), asked.reader());
        return Outcome.of(
                ordered(asked, person, order),
                asked.response(),
                _ ->
                        AfterActing.to(
                                DraftPages.path(asked.code(), asked.id()) + "/" + STEP,
                                done,
                                asked.request()),
                refusal ->
                        refused(
                                asked,
                                person,
                                refusal.reason().equals("not-on-its-way")
                                        ? FAMILY + ".reason.not-on-its-way"
                                        : FAMILY + ".refused"),
                () -> refused(asked, person, FAMILY + ".away"));
    }

    /**
     * Orders it as of the current version: while an issue is on its way each part of it that is
     * sent makes another, and what is meant stays the same.
     */
    private Answer<Done> ordered(Asked asked, Person person, Order order) {
        Answer<Done> answer;
        int attempt = 0;
        do {
            String seen = pages.draft(person, asked.code(), asked.id()).version();
            answer = person.answer(order.of(asked.code(), asked.id(), seen));
            attempt++;
        } while (attempt < MOST_ATTEMPTS
                && answer instanceof Answer.Refused<Done>(Refusal refusal)
                && refusal.isStale());
        return answer;
    }

    private String refused(Asked asked, Person person, String why) {
        asked.model().addAttribute("refusal", why);
        return page(
                asked.code(),
                pages.draft(person, asked.code(), asked.id()).value(),
                person,
                asked.reader(),
                asked.model());
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
