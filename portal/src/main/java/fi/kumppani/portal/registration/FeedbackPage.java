package fi.kumppani.portal.registration;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.event.EventView;
import fi.kumppani.portal.event.FindEvent;
import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the link in the mail after an event leads: its questions, with what was answered so far.
 * Opening the page never does anything; mail scanners open every link.
 */
@Controller
@RequestMapping("/m/{code}/registrations/{event}/{number}/feedback")
class FeedbackPage {

    private static final String TOKEN = "X-Link-Token";
    private static final String FEEDBACK =
            "/v1/municipalities/{municipality}/events/{event}/registrations/{number}/feedback";
    private static final String FAMILY = "feedback";
    private static final List<String> REASONS =
            List.of("feedback-not-open", "feedback-closed", "did-not-come");

    private final FindEvent events;
    private final Backends backends;
    private final Clock clock;

    FeedbackPage(FindEvent events, Backends backends, Clock clock) {
        this.events = events;
        this.backends = backends;
        this.clock = clock;
    }

    /**
     * What is asked, as events-service tells it.
     *
     * @param anonymous whether answers are kept without who gave them
     * @param closesAt until when one can answer
     * @param answers what was answered so far
     */
    record Asked(
            List<RulesFacts.Question> questions,
            boolean anonymous,
            @Nullable Instant closesAt,
            Map<String, List<String>> answers) {

        /** Takes what is not told for nothing. */
        Asked {
            questions = questions == null ? List.of() : List.copyOf(questions);
            answers = answers == null ? Map.of() : Map.copyOf(answers);
        }

        /** Says nothing of what was answered, so that no log does. */
        @Override
        public String toString() {
            return "Asked[]";
        }
    }

    /** What is answered. */
    record Said(Map<String, List<String>> answers) {

        /** Says nothing of what was answered, so that no log does. */
        @Override
        public String toString() {
            return "Said[]";
        }
    }

    @GetMapping
    String fillIn(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        RegistrationPage.Address address = new RegistrationPage.Address(code, event, number);
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        return switch (asked(address, token, reader)) {
            case Answer.Found<Asked>(Asked asked) -> {
                for (RulesFacts.Question question : asked.questions()) {
                    form.putAll(
                            AskedQuestion.field(question.id()),
                            asked.answers().getOrDefault(question.id(), List.of()));
                }
                yield page(address, asked, form, token, reader, model);
            }
            case Answer.Missing<Asked> _ -> throw new NoSuchPageException();
            case Answer.Refused<Asked>(Refusal refusal) ->
                    refused(address, refusal, form, token, reader, model, response);
            case Answer.Away<Asked> _ -> throw new UnavailablePageException();
        };
    }

    @PostMapping
    String give(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            @RequestParam MultiValueMap<String, String> sent,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        RegistrationPage.Address address = new RegistrationPage.Address(code, event, number);
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        return switch (asked(address, token, reader)) {
            case Answer.Found<Asked>(Asked asked) ->
                    give(address, asked, read(form, asked, sent), token, reader, model, response);
            case Answer.Missing<Asked> _ -> throw new NoSuchPageException();
            case Answer.Refused<Asked>(Refusal refusal) ->
                    refused(address, refusal, form, token, reader, model, response);
            case Answer.Away<Asked> _ -> throw new UnavailablePageException();
        };
    }

    private String give(
            RegistrationPage.Address address,
            Asked asked,
            FilledForm form,
            String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Answer<Asked> answer =
                backends.answer(
                        reader,
                        Question.put(
                                        Backend.EVENTS,
                                        Asked.class,
                                        FEEDBACK,
                                        address.variables(),
                                        said(form, asked))
                                .with(TOKEN, token));
        return switch (answer) {
            case Answer.Found<Asked> _ -> {
                model.addAttribute("event", events.find(address.code(), address.event(), reader));
                model.addAttribute("address", address);
                model.addAttribute("token", token);
                yield "feedback-given";
            }
            case Answer.Missing<Asked> _ -> throw new NoSuchPageException();
            case Answer.Refused<Asked>(Refusal refusal) -> {
                response.setStatus(refusal.status());
                refuse(form, refusal);
                yield page(address, asked, form, token, reader, model);
            }
            case Answer.Away<Asked> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                form.refuse(FAMILY + ".away");
                yield page(address, asked, form, token, reader, model);
            }
        };
    }

    private static FilledForm read(
            FilledForm form, Asked asked, MultiValueMap<String, String> sent) {
        for (RulesFacts.Question question : asked.questions()) {
            String field = AskedQuestion.field(question.id());
            form.putAll(
                    field,
                    sent.getOrDefault(field, List.of()).stream()
                            .filter(answer -> !answer.equals(RegistrationForms.NO_ANSWER))
                            .toList());
        }
        return form;
    }

    private static Said said(FilledForm form, Asked asked) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (RulesFacts.Question question : asked.questions()) {
            List<String> given = form.values(AskedQuestion.field(question.id()));
            if (!given.isEmpty()) {
                answers.put(question.id(), given);
            }
        }
        return new Said(answers);
    }

    private Answer<Asked> asked(RegistrationPage.Address address, String token, Reader reader) {
        return backends.answer(
                reader,
                Question.get(Backend.EVENTS, Asked.class, FEEDBACK, address.variables())
                        .with(TOKEN, token));
    }

    private static void refuse(FilledForm form, Refusal refusal) {
        form.refuse(
                RegistrationForms.inFormsWords(refusal), FAMILY, REASONS, RegistrationForms::text);
    }

    private String refused(
            RegistrationPage.Address address,
            Refusal refusal,
            FilledForm form,
            String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        response.setStatus(refusal.status());
        refuse(form, refusal);
        Asked nothing = new Asked(List.of(), true, null, Map.of());
        return page(address, nothing, form, token, reader, model);
    }

    private String page(
            RegistrationPage.Address address,
            Asked asked,
            FilledForm form,
            String token,
            Reader reader,
            Model model) {
        EventView event = events.find(address.code(), address.event(), reader);
        Instant closesAt = asked.closesAt();
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute("questions", AskedQuestion.of(rules(asked), false, reader.language()));
        model.addAttribute("anonymous", asked.anonymous());
        model.addAttribute(
                "until", closesAt == null ? null : Formats.moment(closesAt, reader.language()));
        model.addAttribute("address", address);
        model.addAttribute("token", token);
        model.addAttribute("here", "/m/" + address.code());
        return "feedback";
    }

    private static RulesFacts rules(Asked asked) {
        RulesFacts simple = RulesFacts.SIMPLE;
        return new RulesFacts(
                simple.quotas(),
                simple.largestParty(),
                null,
                null,
                simple.invited(),
                null,
                null,
                null,
                null,
                null,
                null,
                asked.questions(),
                null);
    }
}
