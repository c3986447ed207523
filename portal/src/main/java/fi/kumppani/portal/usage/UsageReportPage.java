package fi.kumppani.portal.usage;

import fi.kumppani.portal.application.OwnPages;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.SavedPart;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WhileWriting;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;

/**
 * The report on how a grant was used: what it says, how it stands, and a button that hands it in.
 * Receipts are written on {@link ReceiptsPage a page of their own}.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/my/applications/{id}/report")
class UsageReportPage {

    static final String PART = "/report";

    private static final Set<String> DONE = Set.of("saved", "handed-in");

    private final OwnPages pages;
    private final Clock clock;

    UsageReportPage(OwnPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    private record Asked(String code, String id, Person person, Reader reader, Model model) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Asked asked = new Asked(code, id, pages.person(request, reader), reader, model);
        ReportFacts facts = find(asked).value();
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return KeptForms.take(request)
                .map(
                        sent -> {
                            FilledForm form = empty();
                            ReportFields.keep(form, sent);
                            form.refuse("own.kept");
                            return page(
                                    asked,
                                    facts,
                                    form,
                                    Objects.requireNonNullElse(sent.getFirst("mark"), ""));
                        })
                .orElseGet(() -> page(asked, facts, filled(facts), mark(facts)));
    }

    /**
     * Saves it as long as nobody else has changed what is written here, and goes on as the button
     * says that was pressed.
     *
     * @param mark of what was shown
     * @param act {@code hand-in}, {@code receipts} to go on to these, or anything else
     */
    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String act,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(code, id, pages.person(request, reader), reader, model);
        FilledForm form = empty();
        ReportFields.keep(form, sent);
        Versioned<ReportFacts> found = find(asked);
        ReportContent written = ReportFields.read(form, found.value().content().receipts());
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(asked, found.value(), form, mark);
        }
        Answer<Versioned<ReportFacts>> answer =
                SavedPart.save(
                        found,
                        () -> find(asked),
                        current -> mark(current).equals(mark),
                        current -> write(asked, written, current));
        boolean isToBeHandedIn = act.equals("hand-in");
        return Outcome.of(
                isToBeHandedIn && answer instanceof Answer.Found<Versioned<ReportFacts>>(var saved)
                        ? asked.person().versioned(ReportFacts.handIn(code, id, saved.version()))
                        : answer,
                response,
                saved ->
                        WhileWriting.saved(
                                mark(saved.value()),
                                clock.instant(),
                                request,
                                reader,
                                model,
                                () ->
                                        AfterActing.to(
                                                OwnPages.path(code, id)
                                                        + (act.equals("receipts")
                                                                ? ReceiptsView.PART
                                                                : PART),
                                                isToBeHandedIn ? "handed-in" : "saved",
                                                request)),
                refusal -> refused(asked, form, refusal, written, mark),
                () -> {
                    form.refuse(ReportFields.FAMILY + ".away");
                    return page(asked, found.value(), form, mark);
                });
    }

    /** What was written, with the receipts that are there by now. */
    private static Answer<Versioned<ReportFacts>> write(
            Asked asked, ReportContent written, Versioned<ReportFacts> current) {
        return asked.person()
                .versioned(
                        ReportFacts.write(
                                asked.code(),
                                asked.id(),
                                written.with(current.value().content().receipts()),
                                current.version()));
    }

    private String refused(
            Asked asked, FilledForm form, Refusal refusal, ReportContent written, String mark) {
        ReportFacts now = find(asked).value();
        if (!refusal.isStale()) {
            ReportFields.refuse(form, refusal, written.costs());
            boolean isSaved = mark(now).equals(ReportFields.mark(written));
            return page(asked, now, form, isSaved ? mark(now) : mark);
        }
        form.refuse("own.stale");
        asked.model()
                .addAttribute("meanwhile", Meanwhile.of(form, filled(now), ReportFields.names()));
        return page(asked, now, form, mark(now));
    }

    private static Versioned<ReportFacts> find(Asked asked) {
        return asked.person().found(ReportFacts.one(asked.code(), asked.id()));
    }

    private static String mark(ReportFacts facts) {
        return ReportFields.mark(facts.content());
    }

    private FilledForm empty() {
        return ReportFields.empty(FormKeys.next(clock.instant()));
    }

    private FilledForm filled(ReportFacts facts) {
        FilledForm form = empty();
        ReportFields.fill(form, facts.content());
        return form;
    }

    private String page(Asked asked, ReportFacts facts, FilledForm form, String mark) {
        pages.part(asked.person(), asked.code(), asked.id(), PART, asked.reader(), asked.model());
        asked.model().addAttribute("form", form);
        asked.model().addAttribute("mark", mark);
        asked.model().addAttribute("costFields", ReportContent.CATEGORIES);
        asked.model().addAttribute("report", ReportView.of(facts, asked.reader().language()));
        asked.model()
                .addAttribute(
                        "rows",
                        ReceiptRow.of(asked.code(), asked.id(), facts, asked.reader().language()));
        asked.model()
                .addAttribute(
                        "others",
                        ReceiptRow.files(asked.code(), asked.id(), facts).stream()
                                .filter(file -> !file.used())
                                .toList());
        return "my-report";
    }
}
