package fi.kumppani.events.event.web;

/**
 * The answer to a creation: what never changes about the event, so that a repeat is answered alike.
 *
 * @param status what it was made as
 */
record DraftView(String id, String status) {

    static DraftView of(String id) {
        return new DraftView(id, "draft");
    }
}
