package fi.kumppani.portal.redresswork;

import static fi.kumppani.portal.redresswork.CaseView.day;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.ApplicationForms;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Language;
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
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * How a decision was told, until when it can be claimed against, and what was claimed. Each case is
 * ruled on {@link CasePage a page of its own}.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/applications/{id}/" + RedressPage.NAME)
class RedressPage {

    static final String NAME = "redress";
    static final Set<String> STATEMENTS = Set.of(RedressFields.SENDING, "receipt", "publication");

    private static final Set<String> CHANNELS = Set.of("letter", "email", "receipt", "published");

    private final ApplicationForms forms;
    private final Clock clock;

    RedressPage(ApplicationForms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * The clock in words.
     *
     * @param channel how the party was told; null when it was not
     * @param finalFrom the first day on which the decision is final; null while that is not known
     * @param isFinal whether that day has come
     */
    record ClockView(
            @Nullable String channel,
            @Nullable String sentOn,
            boolean mailLost,
            @Nullable String knownOn,
            @Nullable String partyUntil,
            @Nullable String publishedOn,
            @Nullable String membersUntil,
            @Nullable String finalFrom,
            boolean isFinal) {

        static ClockView of(
                NotificationFacts told,
                @Nullable LocalDate finalFrom,
                LocalDate today,
                Language language) {
            String channel = told.channel();
            return new ClockView(
                    channel == null ? null : CHANNELS.contains(channel) ? channel : "other",
                    day(told.sentOn(), language),
                    told.mailLost(),
                    day(told.knownOn(), language),
                    day(told.partyUntil(), language),
                    day(told.publishedOn(), language),
                    day(told.membersUntil(), language),
                    day(finalFrom, language),
                    finalFrom != null && !finalFrom.isAfter(today));
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
        Subject subject = forms.decided(code, id, request, reader);
        if (RedressFields.ACTS.containsKey(done)) {
            model.addAttribute("done", done);
        }
        FilledForm form = KeptForms.form(request, sent -> filled(sent.getFirst("key"), sent));
        return page(subject, form, reader, model);
    }

    /**
     * States what was done, or takes a claim in.
     *
     * @param move which of {@link RedressFields#ACTS}
     * @param seen the version that was shown
     */
    @PostMapping
    String act(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.decided(code, id, request, reader);
        if (!RedressFields.ACTS.containsKey(move)
                || (move.equals(RedressFields.CLAIM) && !subject.official().handles())) {
            throw new NoSuchPageException();
        }
        FilledForm form = filled(key, sent);
        Map<String, Object> body = RedressFields.read(form, move);
        return ApplicationForms.send(
                form,
                response,
                () -> answer(subject, move, body, seen, form.key()),
                RedressFields.REFUSALS,
                () -> AfterActing.to(path(code, id), move, request),
                () -> page(subject, form, reader, model));
    }

    private static Answer<?> answer(
            Subject subject, String move, Map<String, Object> body, String seen, String key) {
        var person = subject.official().person();
        String code = subject.code();
        String id = subject.id();
        if (STATEMENTS.contains(move)) {
            return person.answer(NotificationFacts.state(code, id, move, body, seen));
        }
        return move.equals("court-appeal")
                ? person.answer(RedressFacts.appeal(code, id, body, seen))
                : person.answer(RedressFacts.add(code, id, move, body, key));
    }

    private FilledForm filled(@Nullable String key, MultiValueMap<String, String> sent) {
        FilledForm form = forms.form(key);
        RedressFields.keep(form, sent);
        return form;
    }

    /** The address of the page. */
    static String path(String code, String id) {
        return WorkPages.application(code, id) + "/" + NAME;
    }

    private String page(Subject subject, FilledForm form, Reader reader, Model model) {
        var person = subject.official().person();
        Language language = reader.language();
        Versioned<NotificationFacts> told =
                person.found(NotificationFacts.of(subject.code(), subject.id()));
        Versioned<RedressFacts> found = person.found(RedressFacts.of(subject.code(), subject.id()));
        RedressFacts facts = found.value();
        RedressFacts.CourtAppeal appeal = facts.courtAppeal();
        forms.show(subject, NAME, form, found.version(), reader, model);
        model.addAttribute("toldVersion", told.version());
        model.addAttribute(
                "told",
                ClockView.of(
                        told.value(), facts.finalFrom(), Formats.dayOf(clock.instant()), language));
        model.addAttribute("decidedOn", Formats.day(told.value().decidedOn(), language));
        model.addAttribute(
                "cases",
                facts.cases().reversed().stream()
                        .map(each -> CaseView.of(each, language))
                        .toList());
        model.addAttribute("filedOn", appeal == null ? null : day(appeal.filedOn(), language));
        model.addAttribute("endedOn", appeal == null ? null : day(appeal.endedOn(), language));
        model.addAttribute("channels", RedressFields.CHANNELS);
        model.addAttribute("claimants", RedressFields.CLAIMANTS);
        model.addAttribute("handles", subject.official().handles());
        return "work-redress";
    }
}
