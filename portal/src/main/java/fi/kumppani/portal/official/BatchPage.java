package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.Uploads;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A batch of payments: its rows, approval by another person, and giving it to the bank. */
@Controller
@RequestMapping("/m/{code}/work/batches/{id}")
class BatchPage {

    private static final String APPROVAL = "approval";
    private static final String EXPORT = "export";
    private static final String DISCARD = "discard";
    private static final String REPORT = "status-report";
    private static final Set<String> MOVES = Set.of(APPROVAL, EXPORT, DISCARD);
    private static final Set<String> DONE = Set.of("collected", APPROVAL, EXPORT, DISCARD, REPORT);

    private final WorkPages pages;

    BatchPage(WorkPages pages) {
        this.pages = pages;
    }

    /** A payment in words. */
    record Row(
            String href,
            String number,
            int instalment,
            String amount,
            String payee,
            String account,
            String stage,
            @Nullable String reasonCode) {

        static Row of(String code, BatchFacts.Row row) {
            return new Row(
                    WorkPages.application(code, row.applicationId()),
                    row.diaryNumber(),
                    row.instalment(),
                    Formats.euros(row.amount()),
                    row.payee(),
                    row.account(),
                    row.knownStage(),
                    row.reasonCode());
        }
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
     * Approves it, gives it to the bank or discards it.
     *
     * @param seen the version that was shown
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
        if (!MOVES.contains(move)) {
            throw new NoSuchPageException();
        }
        Answer<?> answer =
                move.equals(DISCARD)
                        ? official.person().answer(BatchFacts.discard(code, id, seen))
                        : official.person().answer(BatchFacts.move(code, id, move, seen));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.batch(code, id), move, request),
                () -> {
                    Refusals.put(model, answer);
                    return page(code, id, official, reader, model);
                });
    }

    /** Notes what the bank's status report says; sent again it changes nothing. */
    @PostMapping("/" + REPORT)
    String report(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Official official = pages.official(code, request, reader);
        if (!official.handles()) {
            throw new NoSuchPageException();
        }
        String fault = Uploads.fault(file).orElse(null);
        if (file == null || fault != null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("refusals", List.of(String.valueOf(fault)));
            return page(code, id, official, reader, model);
        }
        Answer<BatchFacts> answer =
                official.person().answer(BatchFacts.report(code, id, file.getBytes()));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.batch(code, id), REPORT, request),
                refusal -> {
                    if (refusal.reason().isEmpty()) {
                        model.addAttribute("refusals", List.of(reportFault(refusal)));
                    } else {
                        Refusals.put(model, answer);
                    }
                    return page(code, id, official, reader, model);
                },
                () -> {
                    Refusals.put(model, answer);
                    return page(code, id, official, reader, model);
                });
    }

    /** The text that says why a report was not taken. */
    private static String reportFault(Refusal refusal) {
        boolean isOfAnother = !refusal.errors().isEmpty();
        return isOfAnother ? "paying.report.other" : "paying.report.unreadable";
    }

    private String page(String code, String id, Official official, Reader reader, Model model) {
        Versioned<BatchFacts> found = official.person().found(BatchFacts.one(code, id));
        BatchFacts batch = found.value();
        Language language = reader.language();
        String status = batch.knownStatus();
        pages.frame(code, WorkPages.batch(code, id), reader, model);
        model.addAttribute("seen", found.version());
        model.addAttribute("status", status);
        model.addAttribute("total", Formats.euros(batch.total()));
        model.addAttribute("payer", batch.payer());
        model.addAttribute("account", batch.payerAccount());
        model.addAttribute("payOn", Formats.day(batch.payOn(), language));
        model.addAttribute("madeAt", Formats.moment(batch.madeAt(), language));
        model.addAttribute("callHref", WorkPages.call(code, batch.callId()));
        model.addAttribute("rows", batch.rows().stream().map(row -> Row.of(code, row)).toList());
        model.addAttribute("approvable", status.equals("proposed"));
        model.addAttribute("discardable", status.equals("proposed"));
        model.addAttribute("answerable", status.equals("exported") && official.handles());
        model.addAttribute("sendable", status.equals("approved") && official.handles());
        if (batch.exportedAt() != null && official.handles()) {
            model.addAttribute(
                    "files",
                    "/api/grants/v1/municipalities/%s/payment-batches/%s".formatted(code, id));
        }
        return "work-batch";
    }
}
