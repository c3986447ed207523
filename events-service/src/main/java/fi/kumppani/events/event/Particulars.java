package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What an announcement tells beyond title, place and time; all of it may be missing.
 *
 * @param doorsFrom when one is let in, if before the start
 * @param programme what happens, in its order
 * @param attendance how one takes part
 * @param audience whom it is meant for; empty for everybody
 * @param areas the areas it is meant for; empty for the municipality
 * @param organisers who holds it together with the municipality
 * @param belonging what it is a part of
 * @param minimum how many must come for it to be held
 * @param enrolment where one registers
 * @param source where it was taken over from
 */
public record Particulars(
        @Nullable Instant doorsFrom,
        List<ProgrammeItem> programme,
        Attendance attendance,
        Set<Audience> audience,
        List<Area> areas,
        List<Organiser> organisers,
        Belonging belonging,
        @Nullable Minimum minimum,
        Enrolment enrolment,
        @Nullable Source source) {

    /** Nothing more to tell. */
    public static final Particulars NONE =
            new Particulars(
                    null,
                    List.of(),
                    Attendance.IN_PERSON,
                    Set.of(),
                    List.of(),
                    List.of(),
                    Belonging.NONE,
                    null,
                    Enrolment.HERE,
                    null);

    /** Copies the lists. */
    public Particulars {
        programme = List.copyOf(programme);
        audience = Set.copyOf(audience);
        areas = List.copyOf(areas);
        organisers = List.copyOf(organisers);
    }

    /** The same, with where it was taken over from. */
    public Particulars from(@Nullable Source other) {
        return new Particulars(
                doorsFrom,
                programme,
                attendance,
                audience,
                areas,
                organisers,
                belonging,
                minimum,
                enrolment,
                other);
    }

    /** The same under another belonging. */
    public Particulars in(Belonging other) {
        return new Particulars(
                doorsFrom,
                programme,
                attendance,
                audience,
                areas,
                organisers,
                other,
                minimum,
                enrolment,
                source);
    }
}
