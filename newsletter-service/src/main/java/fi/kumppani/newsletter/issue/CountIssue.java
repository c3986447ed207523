package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.newsletter.issue.Chunk.LetterEntry;
import fi.kumppani.newsletter.link.Hits;
import fi.kumppani.newsletter.link.LinkCountings;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what came of an issue, in numbers: nobody is watched for it. Whether somebody has read a
 * letter is not known, and is not asked.
 */
@Service
public class CountIssue {

    /** Lower counts are not told, as they might tell of somebody. */
    public static final int FEWEST_CLICKS_TOLD = 5;

    private static final String BOUNCE = "bounce-";

    private final Issues issues;
    private final Chunks chunks;
    private final Archive archive;
    private final Echoes echoes;
    private final Subscriptions subscriptions;
    private final LinkCountings linkCountings;
    private final Hits hits;

    CountIssue(
            Issues issues,
            Chunks chunks,
            Archive archive,
            Echoes echoes,
            Subscriptions subscriptions,
            LinkCountings linkCountings,
            Hits hits) {
        this.issues = issues;
        this.chunks = chunks;
        this.archive = archive;
        this.echoes = echoes;
        this.subscriptions = subscriptions;
        this.linkCountings = linkCountings;
        this.hits = hits;
    }

    /**
     * The numbers of an issue.
     *
     * @param recipients how many it was for
     * @param sent letters that a server took over
     * @param delivered those that have not come back
     * @param bounced those that have
     * @param complaints readers who said that it is unwanted
     * @param failed letters that no server took over
     * @param left readers who left the list by themselves between this issue and the next; those
     *     who had their data erased are not counted any more
     * @param links how often its links were opened, in their order; empty when the municipality had
     *     them not counted when it was sent
     */
    public record Numbers(
            int recipients,
            int sent,
            int delivered,
            int bounced,
            int complaints,
            int failed,
            int left,
            List<LinkClicks> links) {

        /** Copies the list. */
        public Numbers {
            links = List.copyOf(links);
        }
    }

    /**
     * How often a link was opened, by whomever; the same person twice is two.
     *
     * @param item which part of the issue it belongs to, from 0
     * @param link where it leads
     * @param clicks at least {@value #FEWEST_CLICKS_TOLD}; null when there were fewer
     * @param suppressed whether there were fewer
     */
    public record LinkClicks(int item, URI link, @Nullable Long clicks, boolean suppressed) {}

    /** The numbers; empty when there is no such issue, or none of it has left. */
    public Optional<Numbers> of(String issueId) {
        return issues.find(issueId).map(Stored::body).flatMap(this::numbers);
    }

    private Optional<Numbers> numbers(Issue issue) {
        return switch (issue) {
            case Issue.Sending(var copy, _, var many, var parts, var at, _, _) ->
                    Optional.of(count(copy, many, parts, at));
            case Issue.Sent(var copy, var many, var parts, var at, _) ->
                    Optional.of(count(copy, many, parts, at));
            case Issue.Cancelled(var copy, var many, var parts, var at, _) ->
                    Optional.ofNullable(at).map(begun -> count(copy, many, parts, begun));
            case Issue.Draft _, Issue.Scheduled _, Issue.Freezing _, Issue.Frozen _ ->
                    Optional.empty();
        };
    }

    private Numbers count(Copy copy, int recipients, int parts, Instant sentAt) {
        Instant next = nextSentAt(copy, sentAt);
        int sent = 0;
        int failed = 0;
        int left = 0;
        for (Chunk chunk : chunks.findAll(copy.id(), parts)) {
            for (LetterEntry letter : chunk.letters()) {
                sent += letter.progress() instanceof Progress.Sent ? 1 : 0;
                failed += letter.progress() instanceof Progress.Failed ? 1 : 0;
            }
            left += left(chunk, sentAt, next);
        }
        Map<Echoes.Kind, Integer> back = echoes.count(copy.id());
        int bounced = Math.min(sent, back.getOrDefault(Echoes.Kind.BOUNCED, 0));
        return new Numbers(
                recipients,
                sent,
                sent - bounced,
                bounced,
                back.getOrDefault(Echoes.Kind.COMPLAINT, 0),
                failed,
                left,
                links(copy, sentAt));
    }

    private List<LinkClicks> links(Copy copy, Instant sentAt) {
        if (!linkCountings.current().body().wasOnAt(sentAt)) {
            return List.of();
        }
        Map<Integer, Long> counts = hits.of(copy.id());
        List<LinkClicks> links = new ArrayList<>();
        for (int position = 0; position < copy.items().size(); position++) {
            URI link = copy.items().get(position).link();
            if (link != null) {
                long clicks = counts.getOrDefault(position, 0L);
                boolean few = clicks < FEWEST_CLICKS_TOLD;
                links.add(new LinkClicks(position, link, few ? null : clicks, few));
            }
        }
        return links;
    }

    /** When the list's next issue was sent; the end of time for the latest. */
    private Instant nextSentAt(Copy copy, Instant sentAt) {
        return archive.of(List.of(copy.listId())).stream()
                .map(Archive.Entry::sentAt)
                .filter(sentAt::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private int left(Chunk chunk, Instant from, Instant until) {
        return (int)
                subscriptions
                        .findAll(chunk.letters().stream().map(LetterEntry::subscription).toList())
                        .stream()
                        .filter(reader -> leftBetween(reader, from, until))
                        .count();
    }

    private static boolean leftBetween(Subscription reader, Instant from, Instant until) {
        return reader.past().stream()
                .anyMatch(
                        end ->
                                !end.endedAt().isBefore(from)
                                        && end.endedAt().isBefore(until)
                                        && !end.channel().startsWith(BOUNCE));
    }
}
