package fi.kumppani.events.event.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.Minimum;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.event.Situation;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.event.web.ParticularsView.AreaView;
import fi.kumppani.events.event.web.ParticularsView.AttendanceView;
import fi.kumppani.events.event.web.ParticularsView.EnrolmentView;
import fi.kumppani.events.event.web.ParticularsView.ItemView;
import fi.kumppani.events.event.web.ParticularsView.MinimumView;
import fi.kumppani.events.event.web.ParticularsView.OrganiserView;
import fi.kumppani.events.event.web.ParticularsView.SourceView;
import fi.kumppani.events.event.web.ParticularsView.VenueView;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An event as it is read. An address to join at is told only to coordinators, unless it is public.
 *
 * @param status {@code draft}, {@code published}, {@code postponed}, {@code archived} or {@code
 *     cancelled}
 * @param situation how it stands now, its seats and the clock considered; see {@link Situation}
 * @param open whether one may register at this moment
 * @param previousStartsAt the start announced before this one, if it has moved
 * @param seats how many, never who; absent when one does not register here
 * @param registration by what rules people register; absent when one does not register here
 * @param cancellationReason why it will not be held
 * @param postponementReason why it will be held some other time
 * @param imported whether it was taken over from elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        String id,
        String status,
        String situation,
        boolean open,
        LocalizedText title,
        @Nullable LocalizedText theme,
        @Nullable LocalizedText description,
        VenueView venue,
        @Nullable Instant doorsFrom,
        @Nullable Instant coffeeFrom,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant previousStartsAt,
        Instant registrationDeadline,
        @Nullable SeatsView seats,
        @Nullable RulesBody registration,
        List<ItemView> programme,
        AttendanceView attendance,
        List<String> audience,
        List<AreaView> areas,
        List<OrganiserView> organisers,
        @Nullable String seriesId,
        @Nullable String partOf,
        @Nullable String networkId,
        @Nullable String region,
        @Nullable MinimumView minimum,
        EnrolmentView enrolment,
        @Nullable LocalizedText cancellationReason,
        @Nullable LocalizedText postponementReason,
        @Nullable Instant changedAt,
        @Nullable SourceView source,
        boolean imported) {

    /**
     * The seats.
     *
     * @param free seats nobody has; they go to those who wait, if anybody does
     */
    record SeatsView(int capacity, int confirmed, int free, long waiting) {

        static SeatsView of(Seating seating) {
            return new SeatsView(
                    seating.capacity(), seating.confirmed(), seating.free(), seating.waiting());
        }
    }

    /** The event for everybody. */
    static EventView of(Event event, Instant now) {
        return of(event, now, false);
    }

    /**
     * The event for a reader.
     *
     * @param forStaff whether they are a coordinator who holds it
     */
    static EventView of(Event event, Instant now, boolean forStaff) {
        EventDetails details = event.details();
        Schedule schedule = details.schedule();
        Particulars told = details.particulars();
        Standing standing = event.standing();
        return new EventView(
                event.id().value(),
                event.status(),
                WireCodes.of(Situation.of(event, now)),
                event instanceof Event.Published published && published.takesRegistrations(now),
                details.title(),
                details.theme(),
                details.description(),
                VenueView.of(details.venue()),
                told.doorsFrom(),
                schedule.coffeeFrom(),
                schedule.startsAt(),
                schedule.endsAt(),
                standing.previousStartsAt(),
                schedule.registrationDeadline(),
                told.enrolment().isHere() ? SeatsView.of(event.seating()) : null,
                told.enrolment().isHere() ? RulesBody.of(event.rules()) : null,
                told.programme().stream()
                        .map(item -> new ItemView(item.startsAt(), item.text()))
                        .toList(),
                AttendanceView.of(told.attendance(), forStaff),
                ParticularsView.codes(told.audience()),
                told.areas().stream()
                        .map(
                                area ->
                                        new AreaView(
                                                area.name(), area.municipality(), area.postcode()))
                        .toList(),
                told.organisers().stream()
                        .map(each -> new OrganiserView(each.name(), each.municipality()))
                        .toList(),
                told.belonging().series(),
                told.belonging().partOf() == null ? null : told.belonging().partOf().value(),
                told.belonging().network(),
                told.belonging().region(),
                minimum(told.minimum(), standing),
                EnrolmentView.of(told.enrolment()),
                event instanceof Event.Cancelled cancelled ? cancelled.reason() : null,
                standing.phase() == Standing.Phase.POSTPONED && event instanceof Event.Published
                        ? standing.reason()
                        : null,
                standing.changedAt(),
                SourceView.of(told.source()),
                event.imported());
    }

    private static @Nullable MinimumView minimum(@Nullable Minimum minimum, Standing standing) {
        return minimum == null
                ? null
                : new MinimumView(minimum.atLeast(), minimum.decidedAt(), standing.assured());
    }
}
