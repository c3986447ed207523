package fi.kumppani.events.event;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is announced about an event.
 *
 * @param title its title
 * @param theme what it is about
 * @param description what will happen, in more words
 * @param venue where it is held
 * @param schedule when
 * @param particulars everything else
 */
public record EventDetails(
        LocalizedText title,
        @Nullable LocalizedText theme,
        @Nullable LocalizedText description,
        Venue venue,
        Schedule schedule,
        Particulars particulars) {

    /** Details without particulars. */
    public EventDetails(
            LocalizedText title,
            @Nullable LocalizedText theme,
            @Nullable LocalizedText description,
            Venue venue,
            Schedule schedule) {
        this(title, theme, description, venue, schedule, Particulars.NONE);
    }

    /** The same event with more told about it. */
    public EventDetails with(Venue theVenue, Particulars theParticulars) {
        return new EventDetails(title, theme, description, theVenue, schedule, theParticulars);
    }

    /** Whether those who registered must know that it has become this: where, when or how. */
    public boolean concernsThoseWhoCome(EventDetails next) {
        Schedule then = next.schedule();
        return !schedule.startsAt().equals(then.startsAt())
                || !schedule.endsAt().equals(then.endsAt())
                || !Objects.equals(schedule.coffeeFrom(), then.coffeeFrom())
                || !venue.isSamePlaceAs(next.venue())
                || particulars.attendance().mode() != next.particulars().attendance().mode()
                || !Objects.equals(
                        particulars.attendance().onlineAddress(),
                        next.particulars().attendance().onlineAddress());
    }

    /** The other municipalities that hold it too. */
    public Set<MunicipalityCode> coOrganisingMunicipalities() {
        return particulars.organisers().stream()
                .map(Organiser::municipality)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
