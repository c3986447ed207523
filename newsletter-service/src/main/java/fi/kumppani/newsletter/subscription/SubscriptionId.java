package fi.kumppani.newsletter.subscription;

import java.util.Optional;

/**
 * A mailbox on a list; so a subscription is found without looking for it.
 *
 * @param listId the list
 * @param mailbox the mailbox
 */
public record SubscriptionId(String listId, Mailbox mailbox) {

    private static final char BETWEEN = ':';

    /** Reads what {@link #value()} wrote. */
    public static Optional<SubscriptionId> parse(String value) {
        int between = value.indexOf(BETWEEN);
        return between < 1 || between == value.length() - 1
                ? Optional.empty()
                : Optional.of(
                        new SubscriptionId(
                                value.substring(0, between),
                                new Mailbox(value.substring(between + 1))));
    }

    /** As one text; those of a list begin with the list and follow one another. */
    public String value() {
        return listId + BETWEEN + mailbox.print();
    }
}
