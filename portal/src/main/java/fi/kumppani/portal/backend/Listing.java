package fi.kumppani.portal.backend;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A page of a list, as all services answer it.
 *
 * @param items in the order of the list
 * @param next where the following page begins; absent on the last, and of lists without pages
 * @param <T> what is listed
 */
public record Listing<T>(List<T> items, @Nullable String next) {

    /** Copies the items. */
    public Listing {
        items = List.copyOf(items);
    }
}
