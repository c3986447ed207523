package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes one part of an event: its programme, whom it is for, quotas, workshop groups, or tasks.
 * Buttons add, move and remove rows without a script; nothing is saved before it is said.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/organise/events/{id}/{part:programme|audience|quotas|groups|tasks}")
class EventPartPage {

    /** Descriptions of tasks are kept whole, also when they are too long. */
    private static final int LONGEST = 10_000;

    private static final ParameterizedTypeReference<Map<String, Object>> BODY =
            new ParameterizedTypeReference<>() {};

    private final OrganiserPages pages;
    private final MessageSource messages;
    private final Clock clock;

    EventPartPage(OrganiserPages pages, MessageSource messages, Clock clock) {
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    /** Who writes which part of which event. */
    private record Asked(
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

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String part,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Asked asked = asked(code, id, part, request, reader, model);
        Versioned<Map<String, Object>> found = found(asked);
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        if (kept == null) {
            return page(asked, filled(asked, found.value()), found.value(), found.version(), "");
        }
        FilledForm form = form();
        String touched = keep(asked, form, kept);
        form.refuse("own.kept");
        return page(
                asked,
                form,
                found.value(),
                Objects.requireNonNullElse(kept.getFirst("seen"), ""),
                touched);
    }

    /**
     * Saves it, or only does with the rows what the pressed button says.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String part,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = asked(code, id, part, request, reader, model);
        Map<String, Object> told = found(asked).value();
        FilledForm form = form();
        String touched = keep(asked, form, sent);
        if (RowAct.of(sent.getFirst("act")).isOnRows()) {
            model.addAttribute("unsaved", true);
            return page(asked, form, told, seen, touched);
        }
        Map<String, Object> body = asked.part().body(asked.event());
        asked.part().write(form, told, body);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(asked, form, told, seen, "");
        }
        return Outcome.of(
                asked.person().answer(write(asked, body, seen)),
                response,
                _ -> AfterActing.to(OrganiserPages.path(code, id), "saved", request),
                refusal -> {
                    if (refusal.isStale()) {
                        return stale(asked, form);
                    }
                    PartRefusals.put(form, asked.part(), refusal);
                    return page(asked, form, told, seen, "");
                },
                () -> {
                    form.refuse(Refused.AWAY);
                    return page(asked, form, told, seen, "");
                });
    }

    private Asked asked(
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

    private static Versioned<Map<String, Object>> found(Asked asked) {
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

    private static Question<Done> write(Asked asked, Map<String, Object> body, String seen) {
        return Question.put(
                        Backend.EVENTS,
                        Done.class,
                        asked.part().path(),
                        WholeEvent.at(asked.code(), asked.id()),
                        body)
                .with("If-Match", seen);
    }

    private static String keep(Asked asked, FilledForm form, MultiValueMap<String, String> sent) {
        asked.part().keep(form, sent);
        RowAct act = RowAct.of(sent.getFirst("act"));
        return asked.part().lists().stream()
                .map(rows -> rows.keep(form, sent, act))
                .collect(Collectors.joining());
    }

    /** Both texts, where somebody else was faster. */
    private String stale(Asked asked, FilledForm form) {
        Versioned<Map<String, Object>> current = found(asked);
        FilledForm saved = filled(asked, current.value());
        form.refuse("own.stale");
        asked.model().addAttribute("meanwhile", meanwhile(asked, form, saved));
        return page(asked, form, current.value(), current.version(), "");
    }

    private Map<String, String> meanwhile(Asked asked, FilledForm form, FilledForm saved) {
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

    private FilledForm form() {
        return new FilledForm(FormKeys.next(clock.instant()), LONGEST);
    }

    private FilledForm filled(Asked asked, Map<String, Object> told) {
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
    private String page(
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
