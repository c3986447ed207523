package fi.kumppani.portal.event;

import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A series as its pages show it.
 *
 * @param years the latest first
 */
public record SeriesView(
        Municipality municipality,
        String id,
        Told name,
        @Nullable Told description,
        List<Year> years) {

    private static final Set<String> OPEN = Set.of("open", "full");

    /** The events of a year, the latest first. */
    public record Year(int year, List<Row> events) {}

    /**
     * An event of the series.
     *
     * @param startsAt when it starts, for machines
     * @param when when it is, for people
     * @param situation how it stands, as a code
     * @param part whether it is a part of an umbrella, among which one chooses
     */
    public record Row(
            Told title,
            @Nullable Told theme,
            String href,
            String startsAt,
            String when,
            String situation,
            boolean part) {}

    static SeriesView of(Municipality municipality, SeriesFacts series, Language language) {
        return new SeriesView(
                municipality,
                series.id(),
                series.title().told(language),
                LocalizedText.maybe(series.description(), language),
                series.years().stream()
                        .map(
                                year ->
                                        new Year(
                                                year.year(),
                                                rows(municipality.code(), year, language)))
                        .toList());
    }

    private static List<Row> rows(String code, SeriesFacts.Year year, Language language) {
        return year.events().reversed().stream()
                .map(
                        event ->
                                new Row(
                                        event.title().told(language),
                                        LocalizedText.maybe(event.theme(), language),
                                        "/m/" + code + "/events/" + event.id(),
                                        event.startsAt().toString(),
                                        Formats.period(event.startsAt(), event.endsAt(), language),
                                        Situations.known(event.situation()),
                                        event.partOf() != null))
                .toList();
    }

    /** The events one may register for now, the next first. */
    public List<Row> open() {
        return years.stream()
                .sorted(Comparator.comparingInt(Year::year))
                .flatMap(year -> year.events().reversed().stream())
                .filter(event -> OPEN.contains(event.situation()) && !event.part())
                .toList();
    }

    /** Its page. */
    public String href() {
        return "/m/" + municipality.code() + "/series/" + id;
    }
}
