package fi.kumppani.kit.contacts;

import java.util.List;

/**
 * The answer to {@link ContactRequests}.
 *
 * @param contacts one for each request, in their order
 */
public record ContactAnswers(List<ContactAnswer> contacts) {

    /** Copies the list. */
    public ContactAnswers {
        contacts = List.copyOf(contacts);
    }
}
