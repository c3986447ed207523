package fi.kumppani.portal.organiser;

import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;

/** Asks for the reason of a decision about a registration, says what follows, and decides. */
@Controller
@WritesForms
@RequestMapping(
        "/m/{code}/organise/events/{id}/participants/{number:[0-9]{1,10}}/"
                + "{act:approval|rejection|exception|cancellation}")
class ParticipantPage {

    private static final String REASON = "reason";
    private static final int LONGEST = 200;

    private final OrganiserPages pages;
    private final Clock clock;

    ParticipantPage(OrganiserPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** The registration that is decided about. */
    private record Subject(String code, String id, String number, String act) {

        boolean needsReason() {
            return !act.equals(ParticipantActs.APPROVAL);
        }

        String participants() {
            return OrganiserPages.path(code, id) + ParticipantsPage.PART;
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String number,
            @PathVariable String act,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(code, request, reader);
        FilledForm form = form("");
        KeptForms.fill(form, request, kept -> form.put(REASON, kept.getFirst(REASON)));
        return page(new Subject(code, id, number, act), form, person, reader, model);
    }

    @PostMapping
    String decide(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        Subject subject = new Subject(code, id, number, act);
        FilledForm form = form(reason);
        String said = form.value(REASON);
        if (subject.needsReason() && (said.isEmpty() || said.length() > LONGEST)) {
            form.refuse(REASON, EventFields.ERROR + "reason");
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(subject, form, person, reader, model);
        }
        return Outcome.of(
                person.answer(ParticipantFacts.decide(code, id, number, act, said)),
                response,
                _ -> AfterActing.to(subject.participants(), act, request),
                refusal -> {
                    Refused.put(form, refusal);
                    return page(subject, form, person, reader, model);
                },
                () -> {
                    form.refuse(Refused.AWAY);
                    return page(subject, form, person, reader, model);
                });
    }

    private FilledForm form(@Nullable String reason) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put(REASON, reason);
        return form;
    }

    private String page(
            Subject subject, FilledForm form, Person person, Reader reader, Model model) {
        EventFacts event = pages.event(person, subject.code(), subject.id()).value().facts();
        pages.frame(
                subject.code(),
                event,
                subject.participants() + "/" + subject.number() + "/" + subject.act(),
                reader,
                model);
        model.addAttribute("form", form);
        model.addAttribute("number", subject.number());
        model.addAttribute("act", subject.act());
        model.addAttribute("reasoned", subject.needsReason());
        model.addAttribute("participants", subject.participants());
        return "organise-participant";
    }
}
