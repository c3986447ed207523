package fi.kumppani.portal.official;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
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

import java.util.LinkedHashMap;
import java.util.Map;

/** Decides an application, in the capacity of an official who has the power. */
@Controller
@RequestMapping("/m/{code}/work/applications/{id}/" + DecidePage.NAME)
class DecidePage {

    static final String NAME = "decision";

    private static final String TITLE = "maker.title";
    private static final String SECTION = "maker.section";

    private final ApplicationForms forms;
    private final Backends backends;

    DecidePage(ApplicationForms forms, Backends backends) {
        this.forms = forms;
        this.backends = backends;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Subject subject = forms.subject(code, id, request, reader, Official::decides);
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        FilledForm form = forms.form(kept == null ? null : kept.getFirst("key"));
        if (kept == null) {
            VerdictFields.fill(form, "", proposed(subject));
            form.put(TITLE, "");
            form.put(SECTION, "");
        } else {
            keep(form, kept);
            form.refuse("own.kept");
        }
        return page(subject, form, reader, model);
    }

    /**
     * Decides it.
     *
     * @param key what makes the form sent twice one decision
     */
    @PostMapping
    String decide(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.subject(code, id, request, reader, Official::decides);
        FilledForm form = forms.form(key);
        keep(form, sent);
        Map<String, Object> verdict = VerdictFields.read(form, "");
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(subject, form, reader, model);
        }
        if (!form.value(TITLE).isEmpty() || !form.value(SECTION).isEmpty()) {
            verdict.put("maker", maker(form));
        }
        Answer<Done> answer =
                subject.official()
                        .person()
                        .answer(
                                Question.post(
                                                Backend.GRANTS,
                                                Done.class,
                                                ApplicationFacts.PATH + "/decision",
                                                ApplicationFacts.at(code, id),
                                                verdict)
                                        .with("Idempotency-Key", form.key()));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.application(code, id), NAME, request),
                () -> {
                    Refusals.put(form, answer);
                    return page(subject, form, reader, model);
                });
    }

    private static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        VerdictFields.keep(form, "", sent);
        form.put(TITLE, sent.getFirst(TITLE));
        form.put(SECTION, sent.getFirst(SECTION));
    }

    private static Map<String, Object> maker(FilledForm form) {
        Map<String, Object> maker = new LinkedHashMap<>();
        maker.put("kind", "official");
        if (!form.value(TITLE).isEmpty()) {
            maker.put("title", form.value(TITLE));
        }
        if (!form.value(SECTION).isEmpty()) {
            maker.put("section", form.value(SECTION));
        }
        return maker;
    }

    /** What an officer proposed in case management, to begin with; null when nothing is. */
    private static @Nullable VerdictFacts proposed(Subject subject) {
        return subject.official()
                .person()
                .answer(CaseFacts.of(subject.code(), subject.id()))
                .found()
                .map(CaseFacts::proposal)
                .map(CaseFacts.Proposal::verdict)
                .orElse(null);
    }

    private String page(Subject subject, FilledForm form, Reader reader, Model model) {
        forms.show(subject, NAME, form, "", reader, model);
        model.addAttribute(
                "reasons",
                ReasonFacts.choices(
                        ReasonFacts.of(subject.code(), backends, reader), reader.language()));
        return "work-decision";
    }
}
