package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.stream.Stream;

/**
 * What those who come need to eat and to take part: how many need what, for the kitchen and the
 * venue; and on a page of its own who needs what, as events-service notes each time in the event's
 * journal that this was read.
 */
@Controller
@RequestMapping("/m/{code}/organise/events/{id}/needs")
class NeedsPage {

    private static final String PART = "/needs";
    private static final String PEOPLE = "/people";

    private final OrganiserPages pages;

    NeedsPage(OrganiserPages pages) {
        this.pages = pages;
    }

    /** A question in words. */
    record AskedRow(
            Told label,
            boolean catering,
            List<AnsweredRow> answered,
            List<String> texts,
            int written) {

        static AskedRow of(NeedsFacts.Asked asked, Language language) {
            return new AskedRow(
                    asked.label().told(language),
                    asked.purpose().equals("catering"),
                    asked.answered().stream()
                            .map(
                                    each ->
                                            new AnsweredRow(
                                                    each.label().told(language),
                                                    each.registrations(),
                                                    each.people()))
                            .toList(),
                    asked.texts(),
                    asked.written());
        }
    }

    /** An answer in words. */
    record AnsweredRow(Told label, int registrations, int people) {}

    /** Somebody in words. */
    record PersonRow(long number, @Nullable String name, int seats, List<AnswerRow> answers) {

        static PersonRow of(NeedsFacts.Needing needing, Language language) {
            return new PersonRow(
                    needing.number(),
                    needing.name(),
                    needing.seats(),
                    needing.answers().stream().map(each -> AnswerRow.of(each, language)).toList());
        }
    }

    /** What somebody answered, in words. */
    record AnswerRow(Told label, List<Told> told) {

        static AnswerRow of(NeedsFacts.Answer answer, Language language) {
            return new AnswerRow(
                    answer.label().told(language),
                    Stream.concat(
                                    answer.chosen().stream().map(each -> each.told(language)),
                                    Stream.ofNullable(answer.text())
                                            .map(text -> new Told(text, "")))
                            .toList());
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(code, request, reader);
        EventFacts event = pages.event(person, code, id).value().facts();
        NeedsFacts needs = person.found(NeedsFacts.counts(code, id)).value();
        String here = OrganiserPages.path(code, id) + PART;
        pages.frame(code, event, here, reader, model);
        model.addAttribute("registrations", needs.registrations());
        model.addAttribute("people", needs.people());
        model.addAttribute("whoHref", here + PEOPLE);
        model.addAttribute(
                "questions",
                needs.questions().stream()
                        .map(each -> AskedRow.of(each, reader.language()))
                        .toList());
        return "organise-needs";
    }

    /**
     * Who needs what.
     *
     * @param from where an earlier page said that this one begins
     */
    @GetMapping(PEOPLE)
    String people(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        EventFacts event = pages.event(person, code, id).value().facts();
        Listing<NeedsFacts.Needing> found =
                Listed.of(person.answer(NeedsFacts.people(code, id, from)), model, response);
        String counts = OrganiserPages.path(code, id) + PART;
        pages.frame(code, event, counts + PEOPLE, reader, model);
        model.addAttribute("countsHref", counts);
        model.addAttribute(
                "rows",
                found.items().stream().map(each -> PersonRow.of(each, reader.language())).toList());
        model.addAttribute("next", found.next());
        return "organise-needs-people";
    }

    /** Leads to the numbers after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/organise/events/{id}" + PART, request);
    }
}
