package fi.kumppani.portal.usage;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.Uploads;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.usage.ReceiptsView.Asked;

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
import java.util.Map;

/** Keeps other files with a report, and takes files away; both on the page of its receipts. */
@Controller
@RequestMapping("/m/{code}/my/applications/{id}/report/files")
class ReportFiles {

    private static final String REFUSAL = "refusal";

    private final ReceiptsView view;

    ReportFiles(ReceiptsView view) {
        this.view = view;
    }

    /** Attaches a file that is no receipt, or of several. */
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
        Asked asked = view.asked(code, id, request, reader, model, response);
        String fault = Uploads.fault(file).orElse(null);
        if (file == null || fault != null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute(REFUSAL, fault);
            return view.page(asked, view.form());
        }
        return handled(asked, asked.person().answer(ReceiptsView.keeping(asked, file)), "attached");
    }

    /** Takes a file away. */
    @PostMapping("/{file}/removal")
    String takeAway(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String file,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = view.asked(code, id, request, reader, model, response);
        return handled(
                asked,
                asked.person()
                        .answer(
                                Question.delete(
                                        Backend.GRANTS,
                                        ReceiptsView.FILES + "/{file}",
                                        Map.of("municipality", code, "id", id, "file", file))),
                "gone");
    }

    /** Leads back to the receipts after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my/applications/{id}" + ReceiptsView.PART, request);
    }

    private <T> String handled(Asked asked, Answer<T> answer, String done) {
        return Outcome.of(
                answer,
                asked.response(),
                _ -> asked.back(done),
                refusal -> {
                    asked.model()
                            .addAttribute(
                                    REFUSAL, Uploads.text(refusal, ReceiptsView.FILE_REASONS));
                    return view.page(asked, view.form());
                },
                () -> {
                    asked.model().addAttribute(REFUSAL, "files.away");
                    return view.page(asked, view.form());
                });
    }
}
