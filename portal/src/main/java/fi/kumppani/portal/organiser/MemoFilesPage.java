package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.organiser.MemoPages.Asked;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.NoSuchPageException;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.util.Set;

/** Files that go with a memo: attached and taken away one by one, apart from its text. */
@Controller
@RequestMapping("/m/{code}/organise/events/{id}/memo/attachments")
class MemoFilesPage {

    static final String PART = "/attachments";

    private static final Set<String> DONE = Set.of("saved", "attached", "removed");
    private static final String FULL = "attachments-full";
    private static final String REFUSAL = "refusal";

    private final MemoPages pages;

    MemoFilesPage(MemoPages pages) {
        this.pages = pages;
    }

    /** A file that is there. */
    record File(String id, String name, String href, String size) {

        static File of(MemoFacts.Attachment file, String code, String event) {
            return new File(
                    file.id(),
                    file.name(),
                    "/api/events/v1/municipalities/%s/events/%s/memo/attachments/%s"
                            .formatted(code, event, file.id()),
                    Uploads.kilobytes(file.bytes()));
        }
    }

    /** The files; there are none before the first words of the memo. */
    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Asked asked = pages.asked(code, id, request, reader, model);
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return page(asked);
    }

    @PostMapping
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
            return page(asked);
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

    @PostMapping("/{file}/removal")
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

    /** Leads back to the files after the login; one that was sent is not kept. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/organise/events/{id}" + MemoPages.PART + PART, request);
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
                _ -> AfterActing.to(asked.path() + PART, done, request),
                refusal -> {
                    asked.model().addAttribute(REFUSAL, text(refusal));
                    return page(asked);
                },
                () -> {
                    asked.model().addAttribute(REFUSAL, Refused.AWAY);
                    return page(asked);
                });
    }

    private String page(Asked asked) {
        Versioned<MemoFacts> memo = MemoPages.find(asked);
        if (memo.version().equals(MemoFacts.FIRST)) {
            throw new NoSuchPageException();
        }
        pages.frame(asked, PART, memo.value());
        asked.model()
                .addAttribute(
                        "files",
                        memo.value().attachments().stream()
                                .map(file -> File.of(file, asked.code(), asked.id()))
                                .toList());
        return "organise-memo-files";
    }

    private static String text(Refusal refusal) {
        if (refusal.reason().equals(FULL)) {
            return Refused.FAMILY + ".reason." + FULL;
        }
        return refusal.errors().isEmpty() ? Refused.text(refusal) : Uploads.text(refusal, Set.of());
    }
}
