package fi.kumppani.portal.grantee;

import fi.kumppani.portal.application.OwnPages;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.Texts;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Language;
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
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/** What of a grant is claimed back and why; the grantee answers, and sees what was paid. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/my/applications/{id}/claims")
class ClaimsPage {

    private static final String FAMILY = "claim";
    private static final String PART = "/claims";
    private static final Set<String> REASONS = Set.of("hearing-over", "already-decided");

    /** As many characters as the service takes. */
    private static final int LONGEST = 10_000;

    private final OwnPages pages;
    private final Clock clock;

    ClaimsPage(OwnPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    private record Asked(String code, String id, Person person, Reader reader, Model model) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (done.equals("answered")) {
            model.addAttribute("done", done);
        }
        FilledForm form = form();
        KeptForms.fill(
                form,
                request,
                sent -> {
                    String field = field(Objects.requireNonNullElse(sent.getFirst("claim"), ""));
                    form.put(field, Texts.lines(sent.getFirst(field)));
                });
        return page(new Asked(code, id, pages.person(request, reader), reader, model), form);
    }

    /**
     * Says something to a claim.
     *
     * @param claim its number
     * @param seen the version that was shown
     */
    @PostMapping
    String answer(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String claim,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(code, id, pages.person(request, reader), reader, model);
        FilledForm form = form();
        form.put(field(claim), Texts.lines(sent.getFirst(field(claim))));
        String said = form.value(field(claim));
        if (said.isEmpty() || said.length() > LONGEST || !claim.matches("[0-9]{1,6}")) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            form.refuse(field(claim), FAMILY + ".error.answer");
            return page(asked, form);
        }
        return Outcome.of(
                asked.person()
                        .answer(ClaimsFacts.hear(code, id, Integer.parseInt(claim), said, seen)),
                response,
                _ -> AfterActing.to(OwnPages.path(code, id) + PART, "answered", request),
                refusal -> {
                    form.refuse(text(refusal));
                    return page(asked, form);
                },
                () -> {
                    form.refuse(FAMILY + ".away");
                    return page(asked, form);
                });
    }

    private static String text(Refusal refusal) {
        if (refusal.isStale()) {
            return FAMILY + ".stale";
        }
        return FAMILY
                + (REASONS.contains(refusal.reason()) ? ".reason." + refusal.reason() : ".refused");
    }

    /** The field of what is said to a claim. */
    private static String field(String claim) {
        return "answer-" + claim;
    }

    private FilledForm form() {
        return new FilledForm(FormKeys.next(clock.instant()), 2 * LONGEST);
    }

    private String page(Asked asked, FilledForm form) {
        Versioned<ClaimsFacts> found =
                asked.person().found(ClaimsFacts.of(asked.code(), asked.id()));
        ClaimsFacts facts = found.value();
        Language language = asked.reader().language();
        LocalDate today = Formats.dayOf(clock.instant());
        for (ClaimsFacts.Claim claim : facts.claims()) {
            String field = field(Integer.toString(claim.number()));
            if (claim.hears(today) && form.values(field).isEmpty()) {
                form.put(field, claim.answer());
            }
        }
        pages.part(asked.person(), asked.code(), asked.id(), PART, asked.reader(), asked.model());
        asked.model().addAttribute("form", form);
        asked.model().addAttribute("seen", found.version());
        asked.model()
                .addAttribute(
                        "claims",
                        facts.claims().reversed().stream()
                                .map(each -> ClaimView.of(facts, each, today, language))
                                .toList());
        asked.model()
                .addAttribute(
                        "later",
                        LaterDecision.all(
                                asked.person(),
                                asked.code(),
                                asked.id(),
                                LaterDecision.Kind.RECOVERY,
                                language));
        asked.model().addAttribute("unclaimed", ClaimView.unclaimed(facts, language));
        return "my-claims";
    }
}
