package fi.kumppani.registry.report.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.Tally;
import fi.kumppani.kit.inbound.Tally.Figures;
import fi.kumppani.kit.inbound.Tally.Nodes;
import fi.kumppani.kit.inbound.Tally.Total;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.report.Counts;
import fi.kumppani.registry.report.Counts.Count;
import fi.kumppani.registry.report.Inhabitants;
import fi.kumppani.registry.report.News;
import fi.kumppani.registry.report.News.Granted;
import fi.kumppani.registry.report.News.Told;
import fi.kumppani.registry.report.ReportCounts;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts in trees of sums, one for each kind of subject, whose roots a report reads.
 *
 * <pre>
 * associations ← associations:0…15 ← association
 * applications ← applications:0…15 ← application
 * issues       ← issues:0…15       ← issue
 * events       ← events:0…15       ← event:&lt;id&gt; ← the event, as told
 *                                                 ← event:&lt;id&gt;:&lt;number/256&gt; ← registration
 * </pre>
 *
 * A registration does not tell its year. The node of its event knows it once the event was told,
 * before or after the registration, and gives both to the tree above under that year.
 */
@Component
class TalliedReportCounts implements ReportCounts {

    private static final String ASSOCIATIONS = "associations";
    private static final String APPLICATIONS = "applications";
    private static final String EVENTS = "events";
    private static final String ISSUES = "issues";
    private static final List<String> ROOTS = List.of(ASSOCIATIONS, APPLICATIONS, EVENTS, ISSUES);

    private static final String ACTIVE = "active";
    private static final String CENTS = "cents";
    private static final String HELD = "held";
    private static final String REGISTRATIONS = "registrations";
    private static final String SENT = "sent";
    private static final String TOLD = "told";
    private static final String YEAR = "year:";
    private static final String EVENT = "event:";
    private static final String EVENT_ITSELF = "event";

    private static final int BRANCHES = 16;
    private static final int REGISTRATIONS_IN_A_NODE = 256;

    private final Tally tally;
    private final ReadModel<InhabitantsDocument> inhabitants;

    TalliedReportCounts(Tally tally, ReadModel<InhabitantsDocument> inhabitants) {
        this.tally = tally;
        this.inhabitants = inhabitants;
    }

    @Override
    public void count(News news) {
        switch (news) {
            case News.OfAssociation(Told told, boolean active) ->
                    countIn(ASSOCIATIONS, told, active ? Map.of(ACTIVE, 1L) : Map.of());
            case News.OfApplication(Told told, Optional<Granted> granted) ->
                    countIn(
                            APPLICATIONS,
                            told,
                            granted.map(TalliedReportCounts::sums).orElse(Map.of()));
            case News.OfIssue(Told told, int year) ->
                    countIn(ISSUES, told, Map.of(in(year, SENT), 1L));
            case News.OfEvent event -> tally.update(nodes -> count(nodes, event));
            case News.OfRegistration registration ->
                    tally.update(nodes -> count(nodes, registration));
            case News.OfMunicipality(Told told, var newest) ->
                    newest.ifPresentOrElse(
                            figure ->
                                    inhabitants.put(
                                            told.subject(),
                                            told.sequence(),
                                            InhabitantsDocument.from(figure)),
                            () -> inhabitants.remove(told.subject(), told.sequence()));
        }
    }

    @Override
    public Counts of(int year) {
        MunicipalityCode here = Tenancy.current();
        return counts(
                tally.totals(ROOTS),
                inhabitants.find(here.value()).map(InhabitantsDocument::toDomain),
                year);
    }

    @Override
    public List<Counts> of(List<MunicipalityCode> municipalities, int year) {
        Map<MunicipalityCode, Map<String, Figures>> roots = tally.totals(municipalities, ROOTS);
        Map<String, ReadModel.Entry<InhabitantsDocument>> known =
                inhabitants.findAllInAnyMunicipality(
                        municipalities.stream().map(MunicipalityCode::value).toList());
        return municipalities.stream()
                .map(
                        municipality ->
                                counts(
                                        roots.getOrDefault(municipality, Map.of()),
                                        Optional.ofNullable(known.get(municipality.value()))
                                                .map(entry -> entry.body().toDomain()),
                                        year))
                .toList();
    }

    private static Counts counts(
            Map<String, Figures> roots, Optional<Inhabitants> inhabitants, int year) {
        Figures events = roots.getOrDefault(EVENTS, Figures.NONE);
        return new Counts(
                inhabitants,
                count(roots.getOrDefault(ASSOCIATIONS, Figures.NONE), ACTIVE, TOLD),
                count(roots.getOrDefault(APPLICATIONS, Figures.NONE), in(year, CENTS), TOLD),
                count(events, in(year, HELD), HELD),
                count(events, in(year, REGISTRATIONS), REGISTRATIONS),
                count(roots.getOrDefault(ISSUES, Figures.NONE), in(year, SENT), TOLD));
    }

    private static Count count(Figures figures, String sum, String newest) {
        return new Count(figures.sum(sum), Optional.ofNullable(figures.newest().get(newest)));
    }

    private void countIn(String root, Told told, Map<String, Long> sums) {
        tally.update(
                nodes -> {
                    String branch = branch(root, told.subject());
                    Total total =
                            nodes.put(
                                    branch,
                                    told.subject(),
                                    told.sequence(),
                                    new Figures(sums, Map.of(TOLD, told.at())));
                    var _ = nodes.put(root, branch, total.version(), total.figures());
                });
    }

    private static void count(Nodes nodes, News.OfEvent event) {
        Told told = event.told();
        Map<String, Long> sums =
                event.year().isPresent() ? Map.of(YEAR + event.year().getAsInt(), 1L) : Map.of();
        Total total =
                nodes.put(
                        EVENT + told.subject(),
                        EVENT_ITSELF,
                        told.sequence(),
                        new Figures(sums, Map.of(HELD, told.at())));
        raise(nodes, told.subject(), total);
    }

    private static void count(Nodes nodes, News.OfRegistration registration) {
        Told told = registration.told();
        String event = EVENT + registration.eventId();
        String chunk = event + ":" + registration.number() / REGISTRATIONS_IN_A_NODE;
        Map<String, Long> sums = registration.confirmed() ? Map.of(REGISTRATIONS, 1L) : Map.of();
        Total some =
                nodes.put(
                        chunk,
                        Long.toString(registration.number()),
                        told.sequence(),
                        new Figures(sums, Map.of(REGISTRATIONS, told.at())));
        Total total = nodes.put(event, chunk, some.version(), some.figures());
        raise(nodes, registration.eventId(), total);
    }

    /** Gives what an event comes to to the tree above, under the event's year. */
    private static void raise(Nodes nodes, String eventId, Total event) {
        Map<String, Long> sums = new TreeMap<>();
        event.figures().sums().entrySet().stream()
                .filter(sum -> sum.getKey().startsWith(YEAR) && sum.getValue() > 0)
                .map(sum -> Integer.parseInt(sum.getKey().substring(YEAR.length())))
                .forEach(
                        year -> {
                            sums.put(in(year, HELD), 1L);
                            sums.put(in(year, REGISTRATIONS), event.figures().sum(REGISTRATIONS));
                        });
        String branch = branch(EVENTS, eventId);
        Total total =
                nodes.put(
                        branch,
                        EVENT + eventId,
                        event.version(),
                        new Figures(sums, event.figures().newest()));
        var _ = nodes.put(EVENTS, branch, total.version(), total.figures());
    }

    private static Map<String, Long> sums(Granted granted) {
        return Map.of(in(granted.on().getYear(), CENTS), granted.amount().cents());
    }

    private static String branch(String root, String subject) {
        return root + ":" + Math.floorMod(subject.hashCode(), BRANCHES);
    }

    private static String in(int year, String what) {
        return year + ":" + what;
    }
}
