package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How far an issue is on its way, as newsletter-service tells it.
 *
 * @param state where it stands
 * @param recipients how many get it; 0 before they are counted
 * @param waiting letters that wait for their turn
 * @param sent letters the server took over
 * @param left recipients who left before it was their turn
 * @param failed letters that will not be delivered
 * @param troubled letters that did not simply arrive
 */
record ProgressFacts(
        String state,
        int recipients,
        int waiting,
        int sent,
        int left,
        int failed,
        List<Troubled> troubled) {

    ProgressFacts {
        troubled = troubled == null ? List.of() : List.copyOf(troubled);
    }

    /**
     * A letter that did not simply arrive.
     *
     * @param id the left part of its Message-ID
     * @param state {@code uncertain}, {@code resent} or {@code failed}
     * @param code why it failed
     */
    record Troubled(String id, String state, @Nullable String code) {}

    /**
     * What came of an issue.
     *
     * @param delivered letters that have not come back
     * @param bounced letters that have
     * @param complaints readers who said that it is unwanted
     * @param failed letters that no server took over
     * @param left readers who left the list between this issue and the next
     * @param links how often its links were opened; empty where they are not counted
     */
    record Numbers(
            int recipients,
            int sent,
            int delivered,
            int bounced,
            int complaints,
            int failed,
            int left,
            List<LinkClicks> links) {

        Numbers {
            links = links == null ? List.of() : List.copyOf(links);
        }
    }

    /**
     * How often a link was opened.
     *
     * @param item the block it is in, from 0
     * @param clicks null when there were too few to be told
     */
    record LinkClicks(int item, String link, @Nullable Long clicks, boolean suppressed) {}

    /** Whether anything goes on by itself. */
    boolean isMoving() {
        return List.of("freezing", "frozen", "sending").contains(state);
    }

    /** Letters that have come to their end. */
    int finished() {
        return sent + left + failed;
    }

    static Question<ProgressFacts> of(String municipality, String id) {
        return Question.get(
                Backend.NEWSLETTER,
                ProgressFacts.class,
                DraftFacts.PATH + "/sending",
                DraftFacts.at(municipality, id));
    }

    static Question<Numbers> numbers(String municipality, String id) {
        return Question.get(
                Backend.NEWSLETTER,
                Numbers.class,
                DraftFacts.PATH + "/numbers",
                DraftFacts.at(municipality, id));
    }
}
