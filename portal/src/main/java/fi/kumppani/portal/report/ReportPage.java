package fi.kumppani.portal.report;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;
import fi.kumppani.portal.report.ReportView.Column;
import fi.kumppani.portal.report.ReportView.Year;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shows the figures of a municipality for a year beside those of its region, and those of a region
 * beside its municipalities that take part.
 */
@Controller
class ReportPage {

    private static final int YEARS = 5;
    private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");
    private static final Pattern REGION = Pattern.compile("[0-9]{2}");

    private final Municipalities municipalities;
    private final Backends backends;
    private final Clock clock;

    ReportPage(Municipalities municipalities, Backends backends, Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.clock = clock;
    }

    @GetMapping("/m/{code}/report")
    String ofMunicipality(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int year,
            Reader reader,
            Model model) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        String region = municipality.region();
        model.addAttribute("municipality", municipality);
        return see(
                new ReportSubject.One(municipality),
                region == null ? List.of() : List.of(new ReportSubject.Region(region)),
                year,
                reader,
                model);
    }

    @GetMapping("/r/{code}")
    String ofRegion(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int year,
            Reader reader,
            Model model) {
        if (!REGION.matcher(code).matches()) {
            throw new NoSuchPageException();
        }
        return see(
                new ReportSubject.Region(code),
                municipalities.all(reader).stream()
                        .filter(municipality -> code.equals(municipality.region()))
                        .map(ReportSubject.One::new)
                        .toList(),
                year,
                reader,
                model);
    }

    private String see(
            ReportSubject subject,
            List<? extends ReportSubject> others,
            int wanted,
            Reader reader,
            Model model) {
        int now = LocalDate.now(clock.withZone(FINLAND)).getYear();
        int year = wanted == 0 ? now : wanted;
        List<Integer> years = IntStream.range(0, YEARS).map(ago -> now - ago).boxed().toList();
        CompletableFuture<Answer<Listing<ReportFacts.Definition>>> meanings =
                backends.askRecent(reader, ReportFacts.definitions());
        Map<Integer, CompletableFuture<Answer<ReportFacts>>> past =
                years.stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each,
                                        each -> backends.askRecent(reader, subject.of(each))));
        List<Asked> beside =
                others.stream()
                        .map(each -> new Asked(each, backends.askRecent(reader, each.of(year))))
                        .toList();
        ReportFacts own =
                PageSubject.of(
                        Optional.ofNullable(past.get(year))
                                .orElseGet(() -> backends.askRecent(reader, subject.of(year)))
                                .join());
        ReportView report =
                ReportView.of(
                        Stream.concat(
                                        Stream.of(column(subject, own, reader)),
                                        beside.stream().flatMap(each -> each.found(reader)))
                                .toList(),
                        year,
                        meanings(meanings.join()),
                        years(past),
                        reader.language());
        model.addAttribute("report", report);
        model.addAttribute("place", report.places().getFirst().name());
        model.addAttribute("page", subject.page());
        model.addAttribute("years", years);
        model.addAttribute("unfinished", now);
        return "report";
    }

    private static Column column(ReportSubject subject, ReportFacts facts, Reader reader) {
        return new Column(
                switch (subject) {
                    case ReportSubject.One(Municipality municipality) -> municipality.name();
                    case ReportSubject.Region(String code) ->
                            facts.region() == null
                                    ? new Told(code, "fi")
                                    : facts.region().name().told(reader.language());
                },
                subject,
                facts);
    }

    private static Map<String, LocalizedText> meanings(
            Answer<Listing<ReportFacts.Definition>> answer) {
        return answer.found().stream()
                .flatMap(listing -> listing.items().stream())
                .collect(
                        Collectors.toMap(
                                ReportFacts.Definition::definition,
                                ReportFacts.Definition::text,
                                (one, _) -> one));
    }

    private static List<Year> years(Map<Integer, CompletableFuture<Answer<ReportFacts>>> asked) {
        return asked.entrySet().stream()
                .map(
                        each ->
                                new Year(
                                        each.getKey(),
                                        each.getValue()
                                                .join()
                                                .found()
                                                .map(ReportFacts::figures)
                                                .orElse(Map.of())))
                .sorted(Comparator.comparingInt(Year::year))
                .toList();
    }

    private record Asked(ReportSubject subject, CompletableFuture<Answer<ReportFacts>> answer) {

        Stream<Column> found(Reader reader) {
            return answer.join().found().stream().map(facts -> column(subject, facts, reader));
        }
    }
}
