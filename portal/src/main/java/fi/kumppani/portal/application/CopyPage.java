package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.grant.CallFacts;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Begins an application that says what an earlier one said, for a call that is open now. */
@Controller
@RequestMapping("/m/{code}/my/applications/{id}/copies")
class CopyPage {

    private static final int MOST_CALLS = 50;
    private static final String CALL = "callId";

    private final OwnPages pages;
    private final Backends backends;
    private final Clock clock;

    CopyPage(OwnPages pages, Backends backends, Clock clock) {
        this.pages = pages;
        this.backends = backends;
        this.clock = clock;
    }

    private record Asked(
            String code,
            String id,
            Person person,
            Reader reader,
            Model model,
            HttpServletResponse response) {}

    /** A call that one may apply from, with until when. */
    record Choice(String id, Told title, String closesAt) {

        static Choice of(CallFacts call, Language language) {
            return new Choice(
                    call.id(),
                    call.title().told(language),
                    Formats.moment(call.closesAt(), language));
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put(CALL, "");
        return page(new Asked(code, id, person, reader, model, response), form);
    }

    @PostMapping
    String copy(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String callId,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(code, id, pages.person(request, reader), reader, model, response);
        FilledForm form = new FilledForm(FormKeys.of(key, clock.instant()));
        form.put(CALL, callId);
        if (callId.isBlank()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            form.refuse(CALL, "copy.error.call");
            return page(asked, form);
        }
        return Outcome.of(
                asked.person()
                        .answer(
                                Question.post(
                                                Backend.GRANTS,
                                                Begun.class,
                                                ApplicationFacts.PATH + "/copies",
                                                ApplicationFacts.at(code, id),
                                                Map.of(CALL, callId))
                                        .with("Idempotency-Key", form.key())),
                response,
                begun -> AfterActing.to(OwnPages.path(code, begun.id()), "copied", request),
                refusal -> {
                    form.refuse(
                            refusal, PlanFields.FAMILY, PlanFields.REASONS, _ -> "copy.error.call");
                    return page(asked, form);
                },
                () -> {
                    form.refuse(PlanFields.FAMILY + ".away");
                    return page(asked, form);
                });
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my/applications/{id}/copies", request);
    }

    private String page(Asked asked, FilledForm form) {
        pages.part(
                asked.person(), asked.code(), asked.id(), "/copies", asked.reader(), asked.model());
        Language language = asked.reader().language();
        Listing<CallFacts> calls =
                Listed.of(
                        backends.answer(asked.reader(), CallFacts.open(asked.code(), MOST_CALLS)),
                        asked.model(),
                        asked.response());
        List<Choice> choices =
                calls.items().stream().map(each -> Choice.of(each, language)).toList();
        if (form.value(CALL).isEmpty() && choices.size() == 1) {
            form.put(CALL, choices.getFirst().id());
        }
        asked.model().addAttribute("choices", choices);
        asked.model().addAttribute("form", form);
        return "my-copy";
    }
}
