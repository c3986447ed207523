package fi.kumppani.portal.report;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;
import fi.kumppani.portal.report.ReportFacts.Cell;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows the figures of a municipality for a year, beside those of its region. */
@Controller
class ReportPage {

    private static final int YEARS = 5;
    private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");
    private static final List<String> FIGURES =
            List.of(
                    "inhabitants",
                    "activeAssociations",
                    "associationsPer1000",
                    "grantsGranted",
                    "grantsPerInhabitant",
                    "events",
                    "registrations",
                    "lettersSent");

    private final Municipalities municipalities;
    private final Backends backends;
    private final Clock clock;

    ReportPage(Municipalities municipalities, Backends backends, Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.clock = clock;
    }

    /**
     * A figure as a row shows it.
     *
     * @param name its key among the texts of the page
     * @param meaning what it counts
     */
    record Row(String name, Shown here, Shown region, @Nullable Told meaning) {}

    /**
     * A value as it is shown.
     *
     * @param text null when there is none to show
     * @param suppressed whether that is to protect people
     * @param asOf the day it is of
     */
    record Shown(@Nullable String text, boolean suppressed, @Nullable String asOf) {

        private static final Shown NOTHING = new Shown(null, false, null);

        static Shown of(@Nullable Cell cell, Language language) {
            if (cell == null) {
                return NOTHING;
            }
            LocalDate asOf = cell.asOf();
            return new Shown(
                    cell.value() == null ? null : written(cell.value(), cell.unit()),
                    Boolean.TRUE.equals(cell.suppressed()),
                    asOf == null ? null : Formats.day(asOf, language));
        }

        private static String written(String value, @Nullable String unit) {
            BigDecimal number = new BigDecimal(value);
            return "EUR".equals(unit) ? Formats.euros(number) : Formats.number(number);
        }
    }

    @GetMapping("/m/{code}/report")
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int year,
            Reader reader,
            Model model) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        int now = LocalDate.now(clock.withZone(FINLAND)).getYear();
        int chosen = year == 0 ? now : year;
        String region = municipality.region();
        CompletableFuture<Answer<ReportFacts>> ofRegion =
                region == null
                        ? CompletableFuture.completedFuture(new Answer.Missing<>())
                        : backends.ask(reader, ReportFacts.ofRegion(region, chosen));
        CompletableFuture<Answer<Listing<ReportFacts.Definition>>> meanings =
                backends.askRecent(reader, ReportFacts.definitions());
        ReportFacts own =
                PageSubject.of(backends.answer(reader, ReportFacts.ofMunicipality(code, chosen)));
        Optional<ReportFacts> around = ofRegion.join().found();
        model.addAttribute("municipality", municipality);
        model.addAttribute("year", chosen);
        model.addAttribute(
                "years", IntStream.range(0, YEARS).map(ago -> now - ago).boxed().toList());
        model.addAttribute(
                "region",
                around.map(ReportFacts::region)
                        .map(place -> place.name().told(reader.language()))
                        .orElse(null));
        List<Row> rows = rows(own, around, meanings.join(), reader.language());
        model.addAttribute("rows", rows);
        model.addAttribute(
                "protected",
                rows.stream()
                        .anyMatch(row -> row.here().suppressed() || row.region().suppressed()));
        return "report";
    }

    private static List<Row> rows(
            ReportFacts own,
            Optional<ReportFacts> around,
            Answer<Listing<ReportFacts.Definition>> meanings,
            Language language) {
        Map<String, ReportFacts.Definition> byKey =
                meanings.found().stream()
                        .flatMap(listing -> listing.items().stream())
                        .collect(
                                Collectors.toMap(
                                        ReportFacts.Definition::definition,
                                        each -> each,
                                        (one, _) -> one));
        return FIGURES.stream()
                .filter(own.figures()::containsKey)
                .map(
                        name -> {
                            Cell cell = own.figures().get(name);
                            ReportFacts.Definition meaning =
                                    cell == null ? null : byKey.get(cell.definition());
                            return new Row(
                                    name,
                                    Shown.of(cell, language),
                                    Shown.of(
                                            around.map(each -> each.figures().get(name))
                                                    .orElse(null),
                                            language),
                                    meaning == null ? null : meaning.text().told(language));
                        })
                .toList();
    }
}
