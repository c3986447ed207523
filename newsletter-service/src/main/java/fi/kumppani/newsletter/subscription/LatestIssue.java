package fi.kumppani.newsletter.subscription;

import fi.kumppani.newsletter.letter.Block;

import java.util.List;

/** What a list told last, for those who join it. */
public interface LatestIssue {

    /**
     * The parts of the latest issue that was meant for all who read the list, in the reader's
     * language; empty when there is none, or when the reader had it before they left.
     */
    List<Block> enclosedFor(Subscription.Confirmed reader, NewsletterList list);
}
