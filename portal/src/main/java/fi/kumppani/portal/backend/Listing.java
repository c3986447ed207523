package fi.kumppani.portal.backend;

import java.util.List;

/**
 * A page of a list, as all services answer it.
 *
 * @param items in the order of the list
 * @param <T> what is listed
 */
public record Listing<T>(List<T> items) {

    /** Copies the items. */
    public Listing {
        items = List.copyOf(items);
    }
}
