package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.organiser.MemoPages.Asked;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks whether everybody may read the memo, says who is mailed, and publishes it. */
@Controller
@RequestMapping("/m/{code}/organise/events/{id}/memo/publication")
class MemoPublicationPage {

    static final String PART = "/publication";

    private final MemoPages pages;

    MemoPublicationPage(MemoPages pages) {
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
        if (done.equals("saved")) {
            model.addAttribute("done", done);
        }
        return page(pages.asked(code, id, request, reader, model));
    }

    /**
     * Publishes it.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String publish(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = pages.asked(code, id, request, reader, model);
        Answer<MemoFacts> answer = asked.person().answer(MemoFacts.publish(code, id, seen));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(asked.path(), "published", request),
                () -> {
                    model.addAttribute("refusal", Refused.text(answer));
                    return page(asked);
                });
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/organise/events/{id}/memo/publication", request);
    }

    private String page(Asked asked) {
        Versioned<MemoFacts> memo = MemoPages.find(asked);
        pages.frame(asked, PART, memo.value());
        asked.model().addAttribute("seen", memo.version());
        asked.model().addAttribute("written", !memo.version().equals(MemoFacts.FIRST));
        return "organise-memo-publication";
    }
}
