package fi.kumppani.grants.board.persistence;

import fi.kumppani.kit.store.Creation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which board lists a call has.
 *
 * @param lists in the order they were made
 * @param unfinished ids of those that are recorded and not carried out
 * @param waiting whether there are any of these, so that a job finds the call
 */
record BookDocument(List<ListPart> lists, List<String> unfinished, boolean waiting) {

    static final String WAITING = "waiting";
    static final BookDocument EMPTY = new BookDocument(List.of(), List.of(), false);

    BookDocument with(String id, Creation request) {
        return new BookDocument(
                Stream.concat(
                                lists.stream(),
                                Stream.of(new ListPart(id, request.key(), request.contentHash())))
                        .toList(),
                unfinished,
                waiting);
    }

    /** The same, with this list waiting to be carried out or not. */
    BookDocument waiting(String id, boolean waits) {
        if (unfinished.contains(id) == waits) {
            return this;
        }
        List<String> next =
                waits
                        ? Stream.concat(unfinished.stream(), Stream.of(id)).toList()
                        : unfinished.stream().filter(each -> !each.equals(id)).toList();
        return new BookDocument(lists, next, !next.isEmpty());
    }

    Optional<ListPart> madeBy(Creation request) {
        return lists.stream().filter(each -> each.requestKey().equals(request.key())).findFirst();
    }

    record ListPart(String id, String requestKey, String requestHash) {}
}
