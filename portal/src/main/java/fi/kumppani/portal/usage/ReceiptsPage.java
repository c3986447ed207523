package fi.kumppani.portal.usage;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.SavedPart;
import fi.kumppani.portal.page.Uploads;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.usage.ReceiptsView.Asked;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes the receipts of a report, each with its file. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/my/applications/{id}/report/receipts")
class ReceiptsPage {

    private static final Set<String> DONE = Set.of("saved", "added", "removed", "attached", "gone");

    private final ReceiptsView view;
    private final Clock clock;

    ReceiptsPage(ReceiptsView view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = view.asked(code, id, request, reader, model, response);
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        FilledForm form = view.form();
        KeptForms.fill(form, request, sent -> ReceiptFields.keep(form, sent));
        return view.page(asked, form);
    }

    /** Adds a receipt; a file that comes with it is kept first. */
    @PostMapping
    String add(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Asked asked = view.asked(code, id, request, reader, model, response);
        FilledForm form = view.form();
        ReceiptFields.keep(form, sent);
        ReportContent.Receipt receipt =
                ReceiptFields.read(form, Formats.dayOf(clock.instant())).orElse(null);
        boolean isFileThere = Uploads.isThere(file);
        if (isFileThere) {
            Uploads.fault(file).ifPresent(fault -> form.refuse("file", fault));
        }
        if (receipt == null || form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return view.page(asked, form);
        }
        if (file == null || !isFileThere) {
            return added(asked, form, receipt);
        }
        return Outcome.of(
                asked.person().answer(ReceiptsView.keeping(asked, file)),
                response,
                kept -> {
                    form.put("existing", kept.id());
                    return added(asked, form, ReceiptFields.with(receipt, form));
                },
                refusal -> {
                    form.refuse("file", Uploads.text(refusal, ReceiptsView.FILE_REASONS));
                    return view.page(asked, form);
                },
                () -> away(asked, form));
    }

    /**
     * Takes a receipt away.
     *
     * @param receipt the mark of which one
     */
    @PostMapping("/removal")
    String remove(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String receipt,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = view.asked(code, id, request, reader, model, response);
        return written(asked, view.form(), content -> content.without(receipt), "removed");
    }

    /** Leads back to the receipts after the login, where what was sent of one is there again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        KeptForms.keep(request);
        return People.login("/m/{code}/my/applications/{id}" + ReceiptsView.PART, request);
    }

    private String added(Asked asked, FilledForm form, ReportContent.Receipt receipt) {
        return written(asked, form, content -> content.and(receipt), "added");
    }

    /** Writes the report anew, with whatever others have written of it meanwhile. */
    private String written(
            Asked asked, FilledForm form, UnaryOperator<ReportContent> change, String done) {
        Answer<ReportFacts> answer =
                SavedPart.save(
                        ReceiptsView.find(asked),
                        () -> ReceiptsView.find(asked),
                        _ -> true,
                        current ->
                                asked.person()
                                        .answer(
                                                ReportFacts.write(
                                                        asked.code(),
                                                        asked.id(),
                                                        change.apply(current.value().content()),
                                                        current.version())));
        return Outcome.of(
                answer,
                asked.response(),
                _ -> asked.back(done),
                refusal -> {
                    form.refuse(refusal, ReceiptFields.FAMILY, ReceiptFields.REASONS);
                    return view.page(asked, form);
                },
                () -> away(asked, form));
    }

    private String away(Asked asked, FilledForm form) {
        form.refuse(ReceiptFields.FAMILY + ".away");
        return view.page(asked, form);
    }
}
