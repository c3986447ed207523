package fi.kumppani.events.event;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An announced event as lists know it: enough to find it and to put it in order, nothing to show.
 *
 * @param id its id
 * @param municipality whose it is
 * @param startsAt when it starts
 * @param endsAt when it ends
 * @param status its state in a word, see {@link Event#status()}
 * @param mode how one takes part
 * @param audience whom it is meant for; empty for everybody
 * @param areas names, municipality codes and postcodes of the areas it is meant for, in lower case
 * @param belonging what it is a part of
 * @param coOrganisers the other municipalities that hold it too
 * @param words all its texts in all languages, in lower case
 */
public record ListedEvent(
        EventId id,
        MunicipalityCode municipality,
        Instant startsAt,
        Instant endsAt,
        String status,
        Attendance.Mode mode,
        Set<Audience> audience,
        Set<String> areas,
        Belonging belonging,
        Set<MunicipalityCode> coOrganisers,
        String words) {

    /** By start, and those that start together by id. */
    public static final Comparator<ListedEvent> IN_TIME =
            Comparator.comparing(ListedEvent::startsAt)
                    .thenComparing(listed -> listed.id().value());

    /** An announced event of a municipality. */
    public static ListedEvent of(Event event, MunicipalityCode municipality) {
        EventDetails details = event.details();
        Particulars told = details.particulars();
        return new ListedEvent(
                event.id(),
                municipality,
                details.schedule().startsAt(),
                details.schedule().endsAt(),
                event.status(),
                told.attendance().mode(),
                told.audience(),
                areas(told),
                told.belonging(),
                details.coOrganisingMunicipalities(),
                words(details));
    }

    /** Whether it is put away, so that only what it is a part of still lists it. */
    public boolean isArchived() {
        return status.equals("archived");
    }

    /** Whether it is over at a moment. */
    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }

    private static Set<String> areas(Particulars told) {
        Set<String> keys = new TreeSet<>();
        for (Area area : told.areas()) {
            texts(area.name()).map(ListedEvent::lower).forEach(keys::add);
            if (area.municipality() != null) {
                keys.add(area.municipality().value());
            }
            if (area.postcode() != null) {
                keys.add(area.postcode());
            }
        }
        return keys;
    }

    /** Whether all these words are in a text that is in lower case; without words they are. */
    static boolean saysAll(@Nullable String wanted, String said) {
        return wanted == null
                || Stream.of(lower(wanted).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .allMatch(said::contains);
    }

    /** What is said of an event in all languages, in lower case. */
    static String words(EventDetails details) {
        Set<String> texts = new LinkedHashSet<>();
        Stream.of(
                        details.title(),
                        details.theme(),
                        details.description(),
                        details.venue().name(),
                        details.venue().room())
                .flatMap(ListedEvent::texts)
                .forEach(texts::add);
        if (details.venue().streetAddress() != null) {
            texts.add(details.venue().streetAddress());
        }
        return texts.stream().map(ListedEvent::lower).collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(@Nullable LocalizedText text) {
        return text == null
                ? Stream.empty()
                : Stream.of(Language.values()).flatMap(language -> given(text, language));
    }

    private static Stream<String> given(LocalizedText text, Language language) {
        String told = text.get(language);
        return told == null ? Stream.empty() : Stream.of(told);
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
