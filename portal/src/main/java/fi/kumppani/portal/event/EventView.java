package fi.kumppani.portal.event;

import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * An event as its pages show it.
 *
 * @param startsAt when it starts, for machines
 * @param endsAt when it ends, for machines
 * @param when when it is, for people
 * @param movedFrom the time announced before, when it has moved
 * @param situation how it stands, as a code
 * @param reason why it was cancelled or postponed
 * @param mode {@code in-person}, {@code online} or {@code hybrid}
 * @param online where to join, when everybody may know
 * @param audience whom it is meant for, as codes that have texts
 * @param seriesId the series it is of
 * @param partOf the umbrella it is a part of
 * @param signUp how one registers
 */
public record EventView(
        Municipality municipality,
        String id,
        Told title,
        @Nullable Told theme,
        @Nullable Told description,
        @Nullable Place place,
        String startsAt,
        String endsAt,
        String when,
        @Nullable String doors,
        @Nullable String coffee,
        @Nullable String movedFrom,
        String situation,
        @Nullable Told reason,
        List<Item> programme,
        String mode,
        @Nullable String online,
        List<String> audience,
        List<Told> areas,
        List<Organiser> organisers,
        @Nullable String seriesId,
        @Nullable String partOf,
        SignUp signUp) {

    private static final Set<String> AUDIENCES =
            Set.of(
                    "residents",
                    "associations",
                    "elected-officials",
                    "staff",
                    "volunteers",
                    "older-people",
                    "young-people",
                    "families",
                    "disabled-people",
                    "newcomers");
    private static final Set<String> ACCESSIBILITY =
            Set.of(
                    "wheelchair",
                    "rollator",
                    "induction-loop",
                    "accessible-toilet",
                    "parking",
                    "unknown");
    private static final Set<String> MODES = Set.of("in-person", "online", "hybrid");
    private static final String MAP = "https://www.openstreetmap.org/";

    /**
     * Where it is held.
     *
     * @param map a page with a map
     * @param accessibility what is known of it, as codes that have texts
     */
    public record Place(
            Told name,
            @Nullable Told room,
            @Nullable String streetAddress,
            @Nullable String map,
            List<String> accessibility) {}

    /**
     * Something on the programme.
     *
     * @param time when it begins, if that is told
     */
    public record Item(@Nullable String time, Told text) {}

    /**
     * Who holds it too.
     *
     * @param code of the municipality, when it is one
     */
    public record Organiser(Told name, @Nullable String code) {}

    /** A part of the seats. */
    public record Quota(String id, Told title) {}

    /**
     * How one registers.
     *
     * @param place {@code here}, {@code elsewhere} or {@code nowhere}
     * @param address the form elsewhere
     * @param open whether one may register now
     * @param opens when one may begin to, if that is to come
     * @param deadline until when one may
     * @param minimum how many must come, while that is not decided
     * @param decided when it is decided whether the event is held
     * @param quotas the quotas one counts in
     * @param rules by what rules
     * @param seriesForm the form of the series, when one registers only for the whole of it
     */
    public record SignUp(
            String place,
            @Nullable String address,
            boolean open,
            @Nullable String opens,
            @Nullable String deadline,
            EventFacts.@Nullable Seats seats,
            @Nullable Integer minimum,
            @Nullable String decided,
            List<Quota> quotas,
            RulesFacts rules,
            @Nullable String seriesForm) {

        /** Whether whoever registers now would have to wait. */
        public boolean isFull() {
            return seats != null && (seats.free() == 0 || seats.waiting() > 0);
        }

        /** Hours somebody has to accept a seat; none when they are not asked. */
        public @Nullable Long getOfferHours() {
            return rules.acceptWithin() == null ? null : rules.acceptWithin().toHours();
        }

        /** Whether seats can be held while the form is filled in. */
        public boolean isHeld() {
            return rules.holdFor() != null && !Boolean.TRUE.equals(rules.approval()) && !isFull();
        }
    }

    /** The event as a reader sees it at this moment. */
    public static EventView of(
            Municipality municipality, EventFacts event, Instant now, Language language) {
        EventFacts.Attendance attendance = event.attendance();
        String mode = attendance == null ? "in-person" : attendance.mode();
        return new EventView(
                municipality,
                event.id(),
                event.title().told(language),
                LocalizedText.maybe(event.theme(), language),
                LocalizedText.maybe(event.description(), language),
                place(event.venue(), language),
                event.startsAt().toString(),
                event.endsAt().toString(),
                Formats.period(event.startsAt(), event.endsAt(), language),
                event.doorsFrom() == null ? null : Formats.time(event.doorsFrom(), language),
                event.coffeeFrom() == null ? null : Formats.time(event.coffeeFrom(), language),
                event.previousStartsAt() == null
                        ? null
                        : Formats.moment(event.previousStartsAt(), language),
                Situations.of(event, now),
                LocalizedText.maybe(
                        event.isCancelled()
                                ? event.cancellationReason()
                                : event.postponementReason(),
                        language),
                event.programme().stream()
                        .map(
                                item ->
                                        new Item(
                                                item.startsAt() == null
                                                        ? null
                                                        : Formats.time(item.startsAt(), language),
                                                item.text().told(language)))
                        .toList(),
                MODES.contains(mode) ? mode : "in-person",
                attendance == null ? null : Links.web(attendance.onlineAddress()),
                event.audience().stream().filter(AUDIENCES::contains).toList(),
                event.areas().stream().map(area -> area.name().told(language)).toList(),
                event.organisers().stream()
                        .map(each -> new Organiser(each.name().told(language), each.municipality()))
                        .toList(),
                event.seriesId(),
                event.partOf(),
                signUp(municipality.code(), event, now, language));
    }

    private static @Nullable Place place(EventFacts.@Nullable Venue venue, Language language) {
        return venue == null
                ? null
                : new Place(
                        venue.name().told(language),
                        LocalizedText.maybe(venue.room(), language),
                        venue.streetAddress(),
                        map(venue),
                        venue.accessibility().stream().filter(ACCESSIBILITY::contains).toList());
    }

    private static @Nullable String map(EventFacts.Venue venue) {
        EventFacts.Position position = venue.position();
        if (position != null) {
            return String.format(
                    Locale.ROOT,
                    "%s?mlat=%.6f&mlon=%.6f#map=17/%.6f/%.6f",
                    MAP,
                    position.latitude(),
                    position.longitude(),
                    position.latitude(),
                    position.longitude());
        }
        return venue.streetAddress() == null
                ? null
                : MAP
                        + "search?query="
                        + URLEncoder.encode(
                                venue.streetAddress() + ", Suomi", StandardCharsets.UTF_8);
    }

    private static SignUp signUp(
            String municipality, EventFacts event, Instant now, Language language) {
        EventFacts.Enrolment enrolment = event.enrolment();
        EventFacts.Minimum minimum = event.minimum();
        EventFacts.Minimum undecided =
                minimum == null || minimum.assured() || !minimum.decidedAt().isAfter(now)
                        ? null
                        : minimum;
        RulesFacts rules = Objects.requireNonNullElse(event.registration(), RulesFacts.SIMPLE);
        Instant opens = rules.opensAt();
        Instant deadline = event.registrationDeadline();
        return new SignUp(
                enrolment == null ? "here" : enrolment.place(),
                enrolment == null ? null : Links.web(enrolment.address()),
                event.open() && !event.isCancelled(),
                opens == null || !opens.isAfter(now) ? null : Formats.moment(opens, language),
                deadline == null ? null : Formats.moment(deadline, language),
                event.seats(),
                undecided == null ? null : undecided.atLeast(),
                undecided == null ? null : Formats.moment(undecided.decidedAt(), language),
                rules.quotas().stream()
                        .map(each -> new Quota(each.id(), each.title().told(language)))
                        .toList(),
                rules,
                Boolean.TRUE.equals(event.onlyWithSeries()) && event.seriesId() != null
                        ? "/m/" + municipality + "/series/" + event.seriesId() + "/register"
                        : null);
    }

    /** Whether it will not be held. */
    public boolean isCancelled() {
        return situation.equals("cancelled");
    }

    /** Whether it has been. */
    public boolean isOver() {
        return situation.equals("held") || situation.equals("archived");
    }

    /** Whether it has begun by this moment. */
    public boolean isBegun(Instant now) {
        return !Instant.parse(startsAt).isAfter(now);
    }

    /** Its page. */
    public String href() {
        return "/m/" + municipality.code() + "/events/" + id;
    }
}
