package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.editor.OrderView.Asked;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * To whom an issue goes and when: whom it is meant for, how many they are today, what somebody else
 * says of it, and the order to send it.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/letters/drafts/{id}/order")
class OrderPage {

    private static final String FAMILY = "editor.order";

    private static final Set<String> DONE = Set.of("saved", "approved", "scheduled", "unscheduled");
    private static final List<String> REASONS =
            List.of("not-a-draft", "not-approved", "own-words", "faulty", "not-on-its-way");

    private final OrderView view;

    OrderPage(OrderView view) {
        this.view = view;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Asked asked = view.asked(code, id, request, reader, model);
        if (!asked.draft().isDraft() && !asked.draft().isScheduled()) {
            return DraftPages.onTo(code, id, "progress", request);
        }
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        FilledForm form = view.form(asked.draft());
        KeptForms.fill(form, request, kept -> SegmentForm.keep(form, kept));
        return view.page(asked, form);
    }

    /** Says whom it is meant for. */
    @PostMapping
    String aim(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = view.asked(code, id, request, reader, model);
        FilledForm form = view.form(asked.draft());
        SegmentForm.keep(form, sent);
        var others = SegmentForm.read(form, view.choices(asked));
        Answer<DraftFacts> answer =
                asked.person()
                        .answer(DraftFacts.write(code, id, asked.draft().meantFor(others), seen));
        if (answer instanceof Answer.Refused<DraftFacts>(Refusal refusal) && refusal.isStale()) {
            response.setStatus(refusal.status());
            form.refuse(FAMILY + ".stale");
            model.addAttribute(
                    "meanwhile",
                    Meanwhile.of(
                            form,
                            view.form(asked.draft()),
                            SegmentForm.FIELDS,
                            view.choices(asked)::words));
            return view.page(asked, form);
        }
        return outcome(asked, answer, form, "saved", request, response);
    }

    /** Somebody else than its writer says that these words may go out. */
    @PostMapping("/approval")
    String approve(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = view.asked(code, id, request, reader, model);
        return outcome(
                asked,
                asked.person().answer(OrderFacts.approve(code, id, seen)),
                view.form(asked.draft()),
                "approved",
                request,
                response);
    }

    /** Orders these words to be sent, now or later. */
    @PostMapping("/sending")
    String send(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = view.asked(code, id, request, reader, model);
        FilledForm form = view.form(asked.draft());
        SendingTime.keep(form, sent);
        Instant at = SendingTime.read(form);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return view.page(asked, form);
        }
        return outcome(
                asked,
                asked.person().answer(OrderFacts.send(code, id, at, seen)),
                form,
                at == null ? "sending" : "scheduled",
                request,
                response);
    }

    /** Takes back the order to send it at its time; it can be written again then. */
    @PostMapping("/cancellation")
    String unschedule(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = view.asked(code, id, request, reader, model);
        return outcome(
                asked,
                asked.person().answer(OrderFacts.cancel(code, id, seen)),
                view.form(asked.draft()),
                "unscheduled",
                request,
                response);
    }

    /** Leads back to the page after the login; what was sent to the page itself is there again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        KeptForms.keep(request);
        return People.login("/m/{code}/letters/drafts/{id}/order", request);
    }

    private String outcome(
            Asked asked,
            Answer<?> answer,
            FilledForm form,
            String done,
            HttpServletRequest request,
            HttpServletResponse response) {
        String path = DraftPages.path(asked.code(), asked.draft().id());
        return Outcome.of(
                answer,
                response,
                _ ->
                        AfterActing.to(
                                path + (done.equals("sending") ? "/progress" : "/order"),
                                done,
                                request),
                refusal -> {
                    refuse(form, refusal);
                    return view.page(asked, form);
                },
                () -> {
                    form.refuse(FAMILY + ".away");
                    return view.page(asked, form);
                });
    }

    private static void refuse(FilledForm form, Refusal refusal) {
        if (refusal.isStale()) {
            form.refuse(FAMILY + ".stale");
        } else if (refusal.errors().stream().anyMatch(error -> error.field().equals("at"))) {
            form.refuse(SendingTime.DAY, FAMILY + ".error.past");
        } else {
            form.refuse(refusal, FAMILY, REASONS);
        }
    }
}
