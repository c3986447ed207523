package fi.kumppani.kit.outbox;

import java.util.List;

/**
 * Turns what happened in a feature's own words into the words of {@code contracts}; one for each
 * feature.
 *
 * @param <H> what happened
 */
@FunctionalInterface
public interface MessageTranslator<H> {

    /**
     * The messages owed because of it, in the order they are to be published; none when nobody else
     * needs to know.
     */
    List<OutboundMessage> announce(H happening);
}
