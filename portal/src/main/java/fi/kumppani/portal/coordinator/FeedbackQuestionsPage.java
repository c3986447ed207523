package fi.kumppani.portal.coordinator;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.coordinator.FeedbackFacts.Asking;
import fi.kumppani.portal.event.FindEvent;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A coordinator says what those who come to an event are asked afterwards. The form has a row for
 * each question and some empty ones; saving brings new empty rows, and nothing needs a script.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/events/{id}/feedback")
class FeedbackQuestionsPage {

    private static final String FAMILY = "ask";
    private static final List<String> REASONS = List.of("feedback-begun", "not-published");
    private static final Pattern HOURS = Pattern.compile("[0-9]{1,3}");
    private static final int LONGEST_HOURS = 336;
    private static final String FIRST = "\"0\"";

    private final FindEvent events;
    private final Coordinators coordinators;
    private final Clock clock;

    FeedbackQuestionsPage(FindEvent events, Coordinators coordinators, Clock clock) {
        this.events = events;
        this.coordinators = coordinators;
        this.clock = clock;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Versioned<FeedbackFacts> found = found(code, id, coordinators.of(code, request, reader));
        FilledForm form = filled(found.value());
        int[] rows = {0};
        String[] seen = {found.version()};
        KeptForms.fill(
                form,
                request,
                sent -> {
                    rows[0] = keep(form, sent);
                    seen[0] = Objects.requireNonNullElse(sent.getFirst("seen"), "");
                });
        return page(
                code, id, new Versioned<>(found.value(), seen[0]), form, rows[0], reader, model);
    }

    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person coordinator = coordinators.of(code, request, reader);
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        int rows = keep(form, sent);
        List<AskedQuestion> questions = QuestionFields.read(form, rows);
        String hours = form.value("after");
        if (!HOURS.matcher(hours).matches() || Integer.parseInt(hours) > LONGEST_HOURS) {
            form.refuse("after", FAMILY + ".error.after");
        }
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, id, found(code, id, coordinator), form, rows, reader, model);
        }
        Asking asking =
                new Asking(
                        questions,
                        !form.has("anonymous", "false"),
                        Duration.ofHours(Integer.parseInt(hours)));
        return switch (coordinator.versioned(FeedbackFacts.ask(code, id, asking, seen))) {
            case Answer.Found<Versioned<FeedbackFacts>>(var saved) -> {
                model.addAttribute("saved", true);
                yield page(code, id, saved, filled(saved.value()), 0, reader, model);
            }
            case Answer.Missing<Versioned<FeedbackFacts>> _ -> throw new NoSuchPageException();
            case Answer.Refused<Versioned<FeedbackFacts>>(Refusal refusal) -> {
                response.setStatus(refusal.status());
                refuse(form, refusal, questions, rows);
                yield page(code, id, found(code, id, coordinator), form, rows, reader, model);
            }
            case Answer.Away<Versioned<FeedbackFacts>> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                form.refuse(FAMILY + ".away");
                yield page(code, id, found(code, id, coordinator), form, rows, reader, model);
            }
        };
    }

    /** Keeps what was sent, and tells how many rows were. */
    private static int keep(FilledForm form, MultiValueMap<String, String> sent) {
        form.put("anonymous", sent.getFirst("anonymous"));
        form.put("after", sent.getFirst("after"));
        return QuestionFields.keep(form, sent);
    }

    /** The question that the service names is looked for in the rows. */
    private static void refuse(
            FilledForm form, Refusal refusal, List<AskedQuestion> questions, int rows) {
        if (refusal.isStale()) {
            form.refuse(FAMILY + ".stale");
            return;
        }
        for (Refusal.FieldError error : refusal.errors()) {
            int asked = 0;
            for (int row = 0; row < rows && asked < questions.size(); row++) {
                String field = QuestionFields.field(row);
                if (isWritten(form, field)) {
                    String id = questions.get(asked++).id();
                    if (error.field().startsWith("questions." + id)
                            || error.field().startsWith("questions[" + (asked - 1) + "]")) {
                        form.refuse(field + ".label.fi", FAMILY + ".error.question");
                    }
                }
            }
        }
        if (!form.isRefused()) {
            form.refuse(refusal, FAMILY, REASONS);
        }
    }

    private static boolean isWritten(FilledForm form, String field) {
        return List.of("fi", "sv", "en").stream()
                .anyMatch(language -> !form.value(field + ".label." + language).isEmpty());
    }

    private FilledForm filled(FeedbackFacts facts) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put("anonymous", Boolean.toString(facts.anonymous()));
        form.put("after", Long.toString(facts.after().toHours()));
        QuestionFields.fill(form, facts.questions());
        return form;
    }

    private static Versioned<FeedbackFacts> found(String code, String id, Person coordinator) {
        return switch (coordinator.versioned(FeedbackFacts.of(code, id))) {
            case Answer.Found<Versioned<FeedbackFacts>>(var found) -> found;
            case Answer.Missing<Versioned<FeedbackFacts>> _ ->
                    new Versioned<>(FeedbackFacts.NONE, FIRST);
            case Answer.Refused<Versioned<FeedbackFacts>> _,
                    Answer.Away<Versioned<FeedbackFacts>> _ ->
                    throw new UnavailablePageException();
        };
    }

    private String page(
            String code,
            String id,
            Versioned<FeedbackFacts> found,
            FilledForm form,
            int filled,
            Reader reader,
            Model model) {
        model.addAttribute("event", events.find(code, id, reader));
        model.addAttribute("form", form);
        model.addAttribute(
                "rows", QuestionFields.rows(found.value().questions(), filled, reader.language()));
        model.addAttribute("seen", found.version());
        model.addAttribute("here", "/m/" + code + "/events/" + id + "/feedback");
        return "feedback-questions";
    }
}
