package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.Targets.Target;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;

/** Proposes what to decide, to a board or to whoever decides in case management. */
@Controller
@RequestMapping("/m/{code}/work/applications/{id}/" + ProposalPage.NAME)
class ProposalPage {

    static final String NAME = "proposal";

    private static final String TARGET = "target";
    private static final String SEEN = "seen.";

    private final ApplicationForms forms;
    private final Backends backends;
    private final MessageSource messages;

    ProposalPage(ApplicationForms forms, Backends backends, MessageSource messages) {
        this.forms = forms;
        this.backends = backends;
        this.messages = messages;
    }

    /**
     * Whom it can be proposed to, in words.
     *
     * @param version what the proposal goes by
     */
    record Choice(String id, @Nullable String board, @Nullable String meetingOn, String version) {

        static Choice of(Target target, FilledForm form, Language language) {
            BoardFacts list = target.list();
            String seen = form.value(SEEN + target.id());
            return new Choice(
                    target.id(),
                    list == null ? null : list.board(),
                    list == null ? null : Formats.day(list.meetingOn(), language),
                    seen.isEmpty() ? target.version() : seen);
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Subject subject = forms.subject(code, id, request, reader, Official::handles);
        List<Target> targets = Targets.of(subject);
        FilledForm form = forms.form(null);
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        if (kept == null) {
            Target usual = Targets.usual(targets).orElse(null);
            VerdictFields.fill(form, "", usual == null ? null : usual.proposed());
            form.put(TARGET, usual == null ? "" : usual.id());
        } else {
            keep(form, targets, kept);
            form.refuse("own.kept");
        }
        return page(subject, targets, form, reader, model);
    }

    /** Proposes it, where nothing else has been proposed since the page was shown. */
    @PostMapping
    String propose(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.subject(code, id, request, reader, Official::handles);
        List<Target> targets = Targets.of(subject);
        FilledForm form = forms.form(null);
        keep(form, targets, sent);
        Map<String, Object> verdict = VerdictFields.read(form, "");
        Target target =
                targets.stream()
                        .filter(each -> each.id().equals(form.value(TARGET)))
                        .findFirst()
                        .orElse(null);
        if (target == null) {
            form.refuse(TARGET, "work.error.target");
        }
        if (target == null || form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(subject, targets, form, reader, model);
        }
        Answer<?> answer = propose(subject, target, verdict, form.value(SEEN + target.id()));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.application(code, id), NAME, request),
                () -> {
                    if (answer instanceof Answer.Refused<?>(Refusal refusal) && refusal.isStale()) {
                        form.refuse("own.stale");
                        targets.forEach(each -> form.put(SEEN + each.id(), each.version()));
                        FilledForm saved = forms.form(null);
                        VerdictFields.fill(saved, "", target.proposed());
                        model.addAttribute(
                                "meanwhile",
                                Meanwhile.of(
                                        form,
                                        saved,
                                        VerdictFields.names(),
                                        (field, value) -> words(code, field, value, reader)));
                    } else {
                        Refusals.put(form, answer);
                    }
                    return page(subject, targets, form, reader, model);
                });
    }

    private static void keep(
            FilledForm form, List<Target> targets, MultiValueMap<String, String> sent) {
        VerdictFields.keep(form, "", sent);
        form.put(TARGET, sent.getFirst(TARGET));
        targets.forEach(each -> form.put(SEEN + each.id(), sent.getFirst(SEEN + each.id())));
    }

    /** What a value that somebody else has proposed means. */
    private String words(String code, String field, String value, Reader reader) {
        return switch (field) {
            case "decision" ->
                    messages.getMessage(
                            "work.verdict.told." + VerdictFacts.known(value),
                            null,
                            reader.language().locale());
            case "reasons" ->
                    ReasonFacts.of(code, backends, reader).stream()
                            .filter(reason -> reason.code().equals(value))
                            .map(reason -> reason.text().told(reader.language()).text())
                            .findFirst()
                            .orElse(value);
            default -> value;
        };
    }

    private static Answer<?> propose(
            Subject subject, Target target, Map<String, Object> verdict, String seen) {
        Person person = subject.official().person();
        BoardFacts list = target.list();
        return list == null
                ? person.answer(CaseFacts.propose(subject.code(), subject.id(), verdict, seen))
                : person.answer(
                        BoardRowFacts.propose(list, subject.code(), subject.id(), verdict, seen));
    }

    private String page(
            Subject subject, List<Target> targets, FilledForm form, Reader reader, Model model) {
        forms.show(subject, NAME, form, "", reader, model);
        model.addAttribute(
                "targets",
                targets.stream()
                        .map(target -> Choice.of(target, form, reader.language()))
                        .toList());
        model.addAttribute("lists", WorkPages.call(subject.code(), subject.call().id()) + "/lists");
        model.addAttribute(
                "reasons",
                ReasonFacts.choices(
                        ReasonFacts.of(subject.code(), backends, reader), reader.language()));
        return "work-proposal";
    }
}
