package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.association.LegalForms;
import fi.kumppani.portal.association.Wanted;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
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
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;

/** The associations of the registry: first those that wait to be verified, then all others. */
@Controller
class RegistryPage {

    private static final int MOST = 50;
    private static final String UNVERIFIED = "unverified";
    private static final String EVERY = "all";
    private static final String YEAR = "year";
    private static final List<String> STATES = List.of(UNVERIFIED, "verified", "dissolved", EVERY);

    private final RegistrarPages pages;
    private final Clock clock;

    RegistryPage(RegistrarPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * An association as a row shows it.
     *
     * @param since the day it came into the registry
     */
    record Row(
            Told name,
            String href,
            @Nullable String form,
            @Nullable String registerNumber,
            @Nullable String status,
            @Nullable String since,
            Confirmation confirmation) {

        static Row of(String code, AssociationFacts facts, Language language) {
            return new Row(
                    facts.name().told(language),
                    RegistrarPages.association(code, facts.id()),
                    LegalForms.known(facts.form()),
                    facts.registerNumber(),
                    facts.status() != null && STATES.contains(facts.status())
                            ? facts.status()
                            : null,
                    facts.registeredAt() == null
                            ? null
                            : Formats.day(facts.registeredAt(), language),
                    Confirmation.of(facts, language));
        }
    }

    /**
     * The list.
     *
     * @param state one of the states; without it what waits, and all where something is looked for
     * @param due {@code year} for those that have not confirmed their data for a year
     */
    @GetMapping("/m/{code}/registry")
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        String path = RegistrarPages.registry(code);
        Visit visit = pages.visit(code, path, request, reader, model, response);
        boolean isDue = due.equals(YEAR);
        String chosen =
                STATES.contains(state) ? state : text.isBlank() && !isDue ? UNVERIFIED : EVERY;
        Wanted wanted =
                new Wanted(
                        text,
                        statuses(chosen, isDue),
                        "",
                        "",
                        "",
                        "",
                        isDue ? Formats.dayOf(clock.instant()).minusYears(1).plusDays(1) : null);
        Listing<AssociationFacts> found =
                Listed.of(visit.person().answer(wanted.page(code, from, MOST)), model, response);
        model.addAttribute("states", STATES);
        model.addAttribute("state", chosen);
        model.addAttribute("due", isDue);
        model.addAttribute("text", wanted.text());
        model.addAttribute("next", found.next());
        model.addAttribute("table", wanted.table(code));
        model.addAttribute(
                "rows",
                found.items().stream()
                        .map(facts -> Row.of(code, facts, reader.language()))
                        .toList());
        return "registry";
    }

    /** Of those that are no more nothing is confirmed. */
    private static String statuses(String chosen, boolean due) {
        return chosen.equals(EVERY)
                ? String.join(",", STATES.subList(0, due ? 2 : STATES.indexOf(EVERY)))
                : chosen;
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/registry", request);
    }
}
