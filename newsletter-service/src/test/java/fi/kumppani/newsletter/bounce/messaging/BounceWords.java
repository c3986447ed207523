package fi.kumppani.newsletter.bounce.messaging;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.newsletter.bounce.News;

/** Gives the translator to tests that start no context. */
public final class BounceWords {

    private BounceWords() {}

    /** The translator. */
    public static MessageTranslator<News> translator() {
        return new BounceMessageTranslator();
    }
}
