package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.grant.CallFacts;
import fi.kumppani.portal.grant.EligibilityFacts;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Sends one application to calls of other municipalities that the association could apply to. */
@Controller
@RequestMapping("/m/{code}/my/applications/{id}/sendings")
class SendPage {

    private static final int MOST_CALLS = 20;
    private static final String TARGET = "target-";

    private final OwnPages pages;
    private final Municipalities municipalities;
    private final Backends backends;
    private final Clock clock;

    SendPage(OwnPages pages, Municipalities municipalities, Backends backends, Clock clock) {
        this.pages = pages;
        this.municipalities = municipalities;
        this.backends = backends;
        this.clock = clock;
    }

    private record Asked(String code, String id, Person person, Reader reader, Model model) {}

    /** A call that one may apply to, with until when. */
    record Choice(String id, Told title, String closesAt) {

        static Choice of(CallFacts call, Language language) {
            return new Choice(
                    call.id(),
                    call.title().told(language),
                    Formats.moment(call.closesAt(), language));
        }
    }

    /** A municipality with its calls. */
    record Group(String field, Told name, List<Choice> choices) {}

    /**
     * What came of one.
     *
     * @param status {@code begun}, {@code call-unknown} or {@code not-eligible}
     * @param href of the draft
     */
    record Row(Told name, String status, String href) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(request, reader);
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        return page(new Asked(code, id, person, reader, model), form);
    }

    @PostMapping
    String send(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(code, id, pages.person(request, reader), reader, model);
        FilledForm form = new FilledForm(FormKeys.of(key, clock.instant()));
        List<Municipality> others = others(asked);
        others.forEach(each -> form.put(field(each), sent.getFirst(field(each))));
        List<Map<String, String>> targets =
                others.stream()
                        .filter(each -> !form.value(field(each)).isEmpty())
                        .map(
                                each ->
                                        Map.of(
                                                "municipality",
                                                each.code(),
                                                "callId",
                                                form.value(field(each))))
                        .toList();
        if (targets.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            form.refuse("sending.error.target");
            return page(asked, form);
        }
        return Outcome.of(
                asked.person()
                        .answer(
                                Question.post(
                                                Backend.GRANTS,
                                                SentFacts.class,
                                                ApplicationFacts.PATH + "/sendings",
                                                ApplicationFacts.at(code, id),
                                                Map.of("targets", targets))
                                        .with("Idempotency-Key", form.key())),
                response,
                facts -> done(asked, form, facts),
                refusal -> {
                    form.refuse(refusal, PlanFields.FAMILY, PlanFields.REASONS);
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
        return People.login("/m/{code}/my/applications/{id}/sendings", request);
    }

    private String done(Asked asked, FilledForm form, SentFacts facts) {
        frame(asked);
        asked.model()
                .addAttribute(
                        "sent",
                        facts.items().stream().map(each -> row(each, asked.reader())).toList());
        asked.model().addAttribute("groups", List.of());
        asked.model().addAttribute("form", form);
        return "my-sendings";
    }

    private Row row(SentFacts.Item item, Reader reader) {
        Told name =
                municipalities
                        .find(item.municipality(), reader)
                        .map(Municipality::name)
                        .orElseGet(() -> new Told(item.municipality(), "fi"));
        String draft = item.applicationId();
        return new Row(
                name,
                SentFacts.known(item.status()),
                draft == null ? "" : OwnPages.path(item.municipality(), draft));
    }

    private String page(Asked asked, FilledForm form) {
        frame(asked);
        ApplicationFacts facts =
                pages.application(asked.person(), asked.code(), asked.id()).value();
        List<Group> groups =
                others(asked).stream()
                        .map(each -> group(each, facts, asked))
                        .filter(each -> !each.choices().isEmpty())
                        .toList();
        groups.stream()
                .filter(each -> !form.asks(each.field()))
                .forEach(each -> form.put(each.field(), ""));
        asked.model().addAttribute("groups", groups);
        asked.model().addAttribute("sent", List.of());
        asked.model().addAttribute("form", form);
        return "my-sendings";
    }

    private void frame(Asked asked) {
        pages.part(
                asked.person(),
                asked.code(),
                asked.id(),
                "/sendings",
                asked.reader(),
                asked.model());
    }

    private List<Municipality> others(Asked asked) {
        return municipalities.all(asked.reader()).stream()
                .filter(each -> !each.code().equals(asked.code()))
                .toList();
    }

    /** The calls there that no rule stands in the way of; nothing while nobody can say. */
    private Group group(Municipality there, ApplicationFacts facts, Asked asked) {
        List<CallFacts> calls =
                backends.answer(asked.reader(), CallFacts.open(there.code(), MOST_CALLS))
                        .found()
                        .map(Listing::items)
                        .orElse(List.of());
        return new Group(
                field(there),
                there.name(),
                calls.stream()
                        .filter(call -> isPossible(there, call, facts, asked.person()))
                        .map(call -> Choice.of(call, asked.reader().language()))
                        .toList());
    }

    private static boolean isPossible(
            Municipality there, CallFacts call, ApplicationFacts facts, Person person) {
        Answer<EligibilityFacts> answer =
                person.answer(
                        EligibilityFacts.of(there.code(), call.id(), PlanFields.judged(facts)));
        return answer.found().filter(EligibilityFacts::possible).isPresent();
    }

    private static String field(Municipality municipality) {
        return TARGET + municipality.code();
    }
}
