package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * Where one registers.
 *
 * @param place here, elsewhere or nowhere
 * @param address the form elsewhere; absent when it is not known
 */
public record Enrolment(Place place, @Nullable URI address) {

    /** One registers here. */
    public static final Enrolment HERE = new Enrolment(Place.HERE, null);

    /** Where one may register. */
    public enum Place {
        /** In this system, for a seat. */
        HERE,
        /** In another system. */
        ELSEWHERE,
        /** Nowhere: one comes, or registers for a part. */
        NOWHERE
    }

    /** Whether seats are given here. */
    public boolean isHere() {
        return place == Place.HERE;
    }
}
