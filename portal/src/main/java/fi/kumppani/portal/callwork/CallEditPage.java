package fi.kumppani.portal.callwork;

import fi.kumppani.portal.application.CostPlan;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.callwork.CallFields.Written;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** An officer writes a draft of a call, a new one or one that was begun. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/calls")
class CallEditPage {

    private static final String SAVED = "saved";
    private static final List<String> DONE = List.of(SAVED, "copied");

    private final CallPages pages;
    private final Clock clock;

    CallEditPage(CallPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * What is written by whom.
     *
     * @param id of the draft; null of a new one
     */
    private record Asked(
            String code, @Nullable String id, Official officer, Reader reader, Model model) {

        String path() {
            return id == null ? CallPages.all(code) + "/new" : CallPages.edit(code, id);
        }
    }

    @GetMapping("/new")
    String begin(
            @PathVariable String code, HttpServletRequest request, Reader reader, Model model) {
        Asked asked = new Asked(code, null, pages.officer(code, request, reader), reader, model);
        return shown(asked, CallBody.EMPTY, "", request);
    }

    @GetMapping("/{id}/edit")
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Asked asked = new Asked(code, id, pages.officer(code, request, reader), reader, model);
        Versioned<CallBody> found = CallDraft.found(code, id, asked.officer().person());
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return shown(asked, found.value(), found.version(), request);
    }

    /** The form as it is kept, or with what could not be sent before. */
    private String shown(Asked asked, CallBody call, String seen, HttpServletRequest request) {
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        FilledForm form = form(kept == null ? null : kept.getFirst("key"));
        if (kept == null) {
            CallFields.fill(form, call);
            return page(asked, form, seen);
        }
        CallFields.keep(form, kept);
        form.refuse("own.kept");
        String keptSeen = kept.getFirst("seen");
        return page(asked, form, keptSeen == null ? seen : keptSeen);
    }

    /**
     * Begins a draft.
     *
     * @param key what makes the form sent twice one draft
     */
    @PostMapping("/new")
    String add(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(code, null, pages.officer(code, request, reader), reader, model);
        FilledForm form = form(key);
        CallFields.keep(form, sent);
        Written written = CallFields.read(form, CallBody.EMPTY);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(asked, form, "");
        }
        Answer<CallDraft.Made> answer =
                asked.officer().person().answer(CallDraft.begin(code, written.body(), form.key()));
        return Outcome.of(
                answer,
                response,
                made -> AfterActing.to(CallPages.edit(code, made.id()), SAVED, request),
                () -> {
                    CallFaults.put(form, answer, written.rules());
                    return page(asked, form, "");
                });
    }

    /**
     * Writes a draft anew. When somebody else was faster, both texts are shown, and it is saved
     * again on purpose.
     *
     * @param seen the version that was shown
     */
    @PostMapping("/{id}/edit")
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(code, id, pages.officer(code, request, reader), reader, model);
        FilledForm form = form(key);
        CallFields.keep(form, sent);
        Versioned<CallBody> found = CallDraft.found(code, id, asked.officer().person());
        Written written = CallFields.read(form, found.value());
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(asked, form, seen);
        }
        Answer<CallDraft.Made> answer =
                asked.officer().person().answer(CallDraft.write(code, id, written.body(), seen));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(asked.path(), SAVED, request),
                refusal -> {
                    CallFaults.put(form, answer, written.rules());
                    return refusal.isStale() ? overtaken(asked, form) : page(asked, form, seen);
                },
                () -> {
                    CallFaults.put(form, answer, written.rules());
                    return page(asked, form, seen);
                });
    }

    /** The form with what somebody else has saved meanwhile beside it. */
    private String overtaken(Asked asked, FilledForm form) {
        String id = Objects.requireNonNull(asked.id());
        Versioned<CallBody> now = CallDraft.found(asked.code(), id, asked.officer().person());
        FilledForm saved = form(null);
        CallFields.fill(saved, now.value());
        asked.model().addAttribute("meanwhile", Meanwhile.of(form, saved, CallFields.names(saved)));
        return page(asked, form, now.version());
    }

    private FilledForm form(@Nullable String key) {
        return new FilledForm(FormKeys.of(key, clock.instant()), CallFields.LONGEST);
    }

    private String page(Asked asked, FilledForm form, String seen) {
        Model model = asked.model();
        pages.frame(asked.code(), asked.path(), asked.reader(), model);
        model.addAttribute("isNew", asked.id() == null);
        model.addAttribute(
                "publication",
                asked.id() == null ? null : CallPages.publication(asked.code(), asked.id()));
        model.addAttribute("form", form);
        model.addAttribute("seen", seen);
        model.addAttribute("kinds", SchemeFields.KINDS);
        model.addAttribute("costKinds", CostPlan.COSTS);
        model.addAttribute("above", SchemeFields.ABOVE);
        model.addAttribute("modes", PaymentFields.MODES);
        model.addAttribute("associationForms", BasicFields.FORMS);
        model.addAttribute("plainRules", RuleFields.PLAIN);
        model.addAttribute("reportTimes", AfterwardsFields.WHEN);
        model.addAttribute("rounds", BasicFields.ROUNDS.shown(form));
        model.addAttribute("tiers", SchemeFields.TIERS.shown(form));
        model.addAttribute("criteria", SchemeFields.CRITERIA.shown(form));
        model.addAttribute("attachments", SchemeFields.ATTACHMENTS.shown(form));
        model.addAttribute("declarations", RuleFields.DECLARATIONS.shown(form));
        model.addAttribute("forms", pages.forms(asked.code(), asked.officer(), asked.reader()));
        return "call-edit";
    }
}
