package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.grant.EligibilityFacts;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.GoingBack;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Begins an application: for which association, whether it can apply, rule by rule and before any
 * work, and then the plan. Whoever may act for no association is told who can change that.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/my/calls/{id}")
class ApplyPage {

    private final OwnPages pages;
    private final Clock clock;

    ApplyPage(OwnPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** An association one may choose. */
    record Choice(String id, Told label) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String association,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.anybody(request, reader);
        FilledForm form = PlanFields.empty(FormKeys.next(clock.instant()));
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        if (kept != null) {
            PlanFields.keep(form, kept);
            form.refuse("own.kept");
            String chosen = Objects.requireNonNullElse(kept.getFirst("association"), "");
            return page(code, id, chosen, form, person, request, reader, model);
        }
        GoingBack.shows(response);
        form.put("events", "1");
        form.put("language", reader.language().code());
        return page(code, id, association, form, person, request, reader, model);
    }

    @PostMapping
    String begin(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String association,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        FilledForm form = PlanFields.empty(FormKeys.of(key, clock.instant()));
        PlanFields.keep(form, sent);
        Map<String, Object> body = PlanFields.body(form, true);
        body.put("callId", id);
        body.put("associationId", association);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, id, association, form, person, request, reader, model);
        }
        Answer<Begun> answer =
                person.answer(
                        Question.post(
                                        Backend.GRANTS,
                                        Begun.class,
                                        "/v1/municipalities/{municipality}/applications",
                                        Map.of("municipality", code),
                                        body)
                                .with("Idempotency-Key", form.key()));
        return Outcome.of(
                answer,
                response,
                begun -> AfterActing.to(OwnPages.path(code, begun.id()), "begun", request),
                refusal -> {
                    PlanFields.refuse(form, refusal);
                    return page(code, id, association, form, person, request, reader, model);
                },
                () -> {
                    form.refuse(PlanFields.FAMILY + ".away");
                    return page(code, id, association, form, person, request, reader, model);
                });
    }

    private String page(
            String code,
            String id,
            String asked,
            FilledForm form,
            Person person,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        pages.frame(code, "/m/" + code + "/my/calls/" + id, reader, model);
        CallPart call = pages.call(code, id, reader);
        List<Choice> associations =
                Representatives.associations(person, code, request).stream()
                        .map(each -> new Choice(each.id(), each.told(reader.language())))
                        .toList();
        Optional<Choice> chosen =
                associations.size() == 1
                        ? Optional.of(associations.getFirst())
                        : associations.stream().filter(each -> each.id().equals(asked)).findFirst();
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("callHref", "/m/" + code + "/calls/" + id);
        model.addAttribute("associations", associations);
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("form", form);
        chosen.ifPresent(
                association -> {
                    EligibilityFacts eligibility =
                            person.found(
                                            EligibilityFacts.of(
                                                    code,
                                                    id,
                                                    Map.of("associationId", association.id())))
                                    .value();
                    model.addAttribute("rules", eligibility.told(reader.language()));
                    model.addAttribute("possible", eligibility.possible());
                    PlanView.of(call, form, true, reader.language()).put(model);
                });
        return "my-call";
    }
}
