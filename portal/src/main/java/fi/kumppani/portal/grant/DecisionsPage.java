package fi.kumppani.portal.grant;

import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Shows what a municipality has granted and refused in a budget year, and why. */
@Controller
class DecisionsPage {

    private static final int YEARS = 5;
    private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");

    private final Municipalities municipalities;
    private final Backends backends;
    private final Clock clock;

    DecisionsPage(Municipalities municipalities, Backends backends, Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.clock = clock;
    }

    /** A decision as a row shows it. */
    record Row(
            Told call,
            String callHref,
            @Nullable Told association,
            String diaryNumber,
            String outcome,
            String requested,
            String granted,
            String decidedOn,
            String decidedOnIso,
            List<Told> reasons) {

        static Row of(Municipality municipality, OpenDecisionFacts facts, Language language) {
            return new Row(
                    facts.callTitle().told(language),
                    "/m/" + municipality.code() + "/calls/" + facts.callId(),
                    LocalizedText.maybe(facts.associationName(), language),
                    facts.diaryNumber(),
                    DecisionView.known(facts.outcome()),
                    Formats.euros(facts.requested()),
                    Formats.euros(facts.granted()),
                    Formats.day(facts.decidedOn(), language),
                    facts.decidedOn().toString(),
                    facts.reasons().stream()
                            .flatMap(reason -> reason.in(language).stream())
                            .toList());
        }
    }

    @GetMapping("/m/{code}/decisions")
    String list(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String from,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        int now = LocalDate.now(clock.withZone(FINLAND)).getYear();
        int chosen = year == 0 ? now : year;
        model.addAttribute("municipality", municipality);
        model.addAttribute("year", chosen);
        model.addAttribute(
                "years", IntStream.range(0, YEARS).map(ago -> now - ago).boxed().toList());
        Listing<OpenDecisionFacts> part =
                Listed.of(
                        backends.answer(reader, OpenDecisionFacts.ofYear(code, chosen, from)),
                        model,
                        response);
        model.addAttribute(
                "rows",
                part.items().stream()
                        .map(facts -> Row.of(municipality, facts, reader.language()))
                        .toList());
        model.addAttribute("next", part.next());
        return "decisions";
    }
}
