package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
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
import java.util.Map;
import java.util.Set;

/**
 * Asks whether an event is really to be announced, put off, called off, put away, or dropped while
 * it is a draft, says what follows from it, and does it.
 */
@Controller
@WritesForms
@RequestMapping(
        "/m/{code}/organise/events/{id}/"
                + "{move:publication|postponement|cancellation|archive|removal}")
class MovePage {

    private static final String REMOVAL = "removal";
    private static final String REASON = "reason";
    private static final Set<String> WITH_REASON = Set.of("postponement", "cancellation");

    private final OrganiserPages pages;
    private final Clock clock;

    MovePage(OrganiserPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String move,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(code, request, reader);
        FilledForm form = form();
        KeptForms.take(request)
                .ifPresentOrElse(
                        kept -> {
                            LocalizedFields.keep(form, REASON, kept);
                            form.refuse("own.kept");
                        },
                        () -> LocalizedFields.fill(form, REASON, null));
        return page(code, id, move, form, person, reader, model);
    }

    /**
     * Does it.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String move(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String move,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        FilledForm form = form();
        LocalizedFields.keep(form, REASON, sent);
        Map<String, String> reason = LocalizedFields.read(form, REASON);
        if (WITH_REASON.contains(move) && reason.isEmpty()) {
            form.refuse(REASON + ".fi", Refused.FAMILY + ".error.reason");
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, id, move, form, person, reader, model);
        }
        Answer<Done> answer =
                person.answer(question(code, id, move, reason).with("If-Match", seen));
        return Outcome.of(
                answer,
                response,
                _ ->
                        AfterActing.to(
                                move.equals(REMOVAL)
                                        ? OrganiserPages.path(code)
                                        : OrganiserPages.path(code, id),
                                move,
                                request),
                refusal -> {
                    Refused.put(form, refusal);
                    return page(code, id, move, form, person, reader, model);
                },
                () -> {
                    form.refuse(Refused.AWAY);
                    return page(code, id, move, form, person, reader, model);
                });
    }

    private static Question<Done> question(
            String code, String id, String move, Map<String, String> reason) {
        Map<String, String> event = WholeEvent.at(code, id);
        if (move.equals(REMOVAL)) {
            return Question.delete(Backend.EVENTS, WholeEvent.ONE, event);
        }
        String path = WholeEvent.ONE + "/" + move;
        return WITH_REASON.contains(move)
                ? Question.post(Backend.EVENTS, Done.class, path, event, Map.of(REASON, reason))
                : Question.put(Backend.EVENTS, Done.class, path, event, Map.of());
    }

    private FilledForm form() {
        return new FilledForm(FormKeys.next(clock.instant()));
    }

    private String page(
            String code,
            String id,
            String move,
            FilledForm form,
            Person person,
            Reader reader,
            Model model) {
        Versioned<WholeEvent> found = pages.event(person, code, id);
        EventFacts event = found.value().facts();
        Standing standing = Standing.of(event, clock.instant(), reader.language());
        if (!standing.moves().contains(move) && !form.isRefused()) {
            throw new NoSuchPageException();
        }
        pages.frame(code, event, OrganiserPages.path(code, id) + "/" + move, reader, model);
        model.addAttribute("form", form);
        model.addAttribute("move", move);
        model.addAttribute("possible", standing.moves().contains(move));
        model.addAttribute("reasoned", WITH_REASON.contains(move));
        model.addAttribute("grave", move.equals("cancellation") || move.equals(REMOVAL));
        model.addAttribute("seen", found.version());
        model.addAttribute("standing", standing);
        return "organise-move";
    }
}
