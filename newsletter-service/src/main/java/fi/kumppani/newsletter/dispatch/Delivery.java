package fi.kumppani.newsletter.dispatch;

/** What became of handing a letter over. */
public sealed interface Delivery {

    /** The server took it over. */
    record Accepted() implements Delivery {}

    /**
     * The server will never take it.
     *
     * @param code what it answered, such as {@code 550}, or a word of ours
     */
    record Refused(String code) implements Delivery {}

    /**
     * The server has not taken it, and may do so later.
     *
     * @param code what it answered, such as {@code 450}, or a word of ours
     */
    record Deferred(String code) implements Delivery {}

    /**
     * The letter was complete and the answer did not come: whether the server took it over nobody
     * knows (RFC 1047).
     */
    record Lost() implements Delivery {}
}
