package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks for a part of an event and puts the form by which it is written on its page. */
@Component
final class EventPartForms {

    /** Descriptions of tasks are kept whole, also when they are too long. */
    private static final int LONGEST = 10_000;

    private static final ParameterizedTypeReference<Map<String, Object>> BODY =
            new ParameterizedTypeReference<>() {};

    private final OrganiserPages pages;
    private final MessageSource messages;
    private final Clock clock;

    EventPartForms(OrganiserPages pages, MessageSource messages, Clock clock) {
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    /** Who writes which part of which event. */
    record Asked(
            String code,
            WholeEvent event,
            EventPart part,
            Person person,
            Reader reader,
            Model model) {

        String id() {
            return event.facts().id();
        }
    }

    /** Whoever is logged in, if they are a coordinator and the event has such a part. */
    Asked asked(
            String code,
            String id,
            String part,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(code, request, reader);
        WholeEvent event = pages.event(person, code, id).value();
        return new Asked(code, event, EventParts.named(part, event.facts()), person, reader, model);
    }

    /** The part as it is told, with its version. */
    static Versioned<Map<String, Object>> found(Asked asked) {
        return asked.person()
                .found(
                        new Question<>(
                                Backend.EVENTS,
                                HttpMethod.GET,
                                BODY,
                                asked.part().path(),
                                WholeEvent.at(asked.code(), asked.id()),
                                Map.of(),
                                Map.of(),
                                null));
    }

    /** Asks for it to be written anew. */
    static Question<Done> write(Asked asked, Map<String, Object> body, String seen) {
        return Question.put(
                        Backend.EVENTS,
                        Done.class,
                        asked.part().path(),
                        WholeEvent.at(asked.code(), asked.id()),
                        body)
                .with("If-Match", seen);
    }

    /**
     * Keeps what was sent, after what the pressed button does with the rows.
     *
     * @return what the names of the fields of the row begin with that it did something to; empty
     *     for none
     */
    static String keep(Asked asked, FilledForm form, MultiValueMap<String, String> sent) {
        asked.part().keep(form, sent);
        RowAct act = RowAct.of(sent.getFirst("act"));
        return asked.part().lists().stream()
                .map(rows -> rows.keep(form, sent, act))
                .collect(Collectors.joining());
    }

    /** What somebody else has saved where the form says something else. */
    Map<String, String> meanwhile(Asked asked, FilledForm form, FilledForm saved) {
        Collection<String> names =
                Stream.of(form, saved)
                        .flatMap(each -> names(asked.part(), each))
                        .distinct()
                        .toList();
        return Meanwhile.of(
                form,
                saved,
                names,
                (field, value) ->
                        asked.part()
                                .words(field, value)
                                .map(key -> text(key, value, asked.reader()))
                                .orElse(value));
    }

    private String text(String key, String otherwise, Reader reader) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, otherwise, reader.language().locale()), otherwise);
    }

    private static Stream<String> names(EventPart part, FilledForm form) {
        return Stream.concat(
                part.others().stream(), part.lists().stream().flatMap(rows -> rows.names(form)));
    }

    FilledForm form() {
        return new FilledForm(FormKeys.next(clock.instant()), LONGEST);
    }

    /** The form with what is told. */
    FilledForm filled(Asked asked, Map<String, Object> told) {
        FilledForm form = form();
        asked.part().fill(form, told);
        return form;
    }

    /**
     * The page.
     *
     * @param touched what the names of the fields of the row begin with that is gone to; empty for
     *     none
     */
    String page(
            Asked asked, FilledForm form, Map<String, Object> told, String seen, String touched) {
        EventPart part = asked.part();
        pages.frame(
                asked.code(),
                asked.event().facts(),
                OrganiserPages.path(asked.code(), asked.id()) + "/" + part.name(),
                asked.reader(),
                asked.model());
        asked.model().addAttribute("form", form);
        asked.model().addAttribute("part", part.name());
        asked.model().addAttribute("seen", seen);
        asked.model().addAttribute("touched", touched);
        asked.model()
                .addAttribute(
                        "lists",
                        part.lists().stream()
                                .collect(
                                        Collectors.toMap(
                                                PartRows::name, rows -> rows.shown(form))));
        asked.model()
                .addAttribute(
                        "full",
                        part.lists().stream()
                                .filter(rows -> rows.count(form) >= rows.most())
                                .map(PartRows::name)
                                .toList());
        part.show(asked.code(), told, asked.person(), asked.reader(), asked.model());
        return "organise-part";
    }
}
