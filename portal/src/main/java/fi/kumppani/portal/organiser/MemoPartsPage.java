package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.organiser.MemoPages.Asked;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.Uploads;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.util.Set;

/** Files that go with a memo, and what has been done of what was agreed. */
@Controller
@RequestMapping("/m/{code}/organise/events/{id}/memo")
class MemoPartsPage {

    private static final String FULL = "attachments-full";
    private static final String REFUSAL = "refusal";

    private final MemoPages pages;

    MemoPartsPage(MemoPages pages) {
        this.pages = pages;
    }

    @PostMapping("/attachments")
    String attach(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Asked asked = pages.asked(code, id, request, reader, model);
        String fault = Uploads.fault(file).orElse(null);
        if (file == null || fault != null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute(REFUSAL, fault);
            return pages.page(asked);
        }
        return answered(
                asked,
                asked.person()
                        .answer(
                                Uploads.keep(
                                        Backend.EVENTS,
                                        Done.class,
                                        MemoFacts.PATH + "/attachments",
                                        WholeEvent.at(code, id),
                                        file)),
                "attached",
                request,
                response);
    }

    @PostMapping("/attachments/{file}/removal")
    String detach(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String file,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = pages.asked(code, id, request, reader, model);
        return answered(
                asked,
                asked.person().answer(MemoFacts.detach(code, id, file)),
                "removed",
                request,
                response);
    }

    /**
     * Notes that something is done, or open again.
     *
     * @param seen the version that was shown
     */
    @PostMapping("/actions/{action}")
    String follow(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = pages.asked(code, id, request, reader, model);
        return answered(
                asked,
                asked.person()
                        .answer(MemoFacts.follow(code, id, action, done.equals("true"), seen)),
                "followed",
                request,
                response);
    }

    /** Leads back to the memo after the login; files that were sent are not kept. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/organise/events/{id}" + MemoPages.PART, request);
    }

    private String answered(
            Asked asked,
            Answer<?> answer,
            String done,
            HttpServletRequest request,
            HttpServletResponse response) {
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(asked.path(), done, request),
                refusal -> {
                    asked.model().addAttribute(REFUSAL, text(refusal));
                    return pages.page(asked);
                },
                () -> {
                    asked.model().addAttribute(REFUSAL, Refused.AWAY);
                    return pages.page(asked);
                });
    }

    private static String text(Refusal refusal) {
        if (refusal.reason().equals(FULL)) {
            return Refused.FAMILY + ".reason." + FULL;
        }
        return refusal.errors().isEmpty() ? Refused.text(refusal) : Uploads.text(refusal, Set.of());
    }
}
