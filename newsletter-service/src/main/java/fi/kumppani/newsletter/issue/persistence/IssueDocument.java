package fi.kumppani.newsletter.issue.persistence;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Issue;
import fi.kumppani.newsletter.issue.Item;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** An issue as it is kept. */
record IssueDocument(
        String listId,
        int number,
        int year,
        LocalizedText title,
        List<ItemDocument> items,
        String state,
        @Nullable String domain,
        int recipients,
        int chunks,
        @Nullable Instant sentAt,
        List<Integer> finished,
        boolean imported) {

    static final String DRAFT = "draft";
    static final String FREEZING = "freezing";
    static final String FROZEN = "frozen";
    static final String SENDING = "sending";
    static final String SENT = "sent";

    /** A part of an issue as it is kept. */
    record ItemDocument(LocalizedText title, LocalizedText text, @Nullable String link) {

        static ItemDocument from(Item item) {
            return new ItemDocument(
                    item.title(), item.text(), item.link() == null ? null : item.link().toString());
        }

        Item toDomain() {
            return new Item(title, text, link == null ? null : URI.create(link));
        }
    }

    static IssueDocument from(Issue issue) {
        return switch (issue) {
            case Issue.Draft(var copy) -> of(copy, DRAFT, null, 0, 0, null, List.of(), false);
            case Issue.Freezing(var copy, var domain) ->
                    of(copy, FREEZING, domain, 0, 0, null, List.of(), false);
            case Issue.Frozen(var copy, var domain, int recipients, int chunks) ->
                    of(copy, FROZEN, domain, recipients, chunks, null, List.of(), false);
            case Issue.Sending(
                            var copy,
                            var domain,
                            int recipients,
                            int chunks,
                            var sentAt,
                            var finished) ->
                    of(
                            copy,
                            SENDING,
                            domain,
                            recipients,
                            chunks,
                            sentAt,
                            List.copyOf(finished),
                            false);
            case Issue.Sent(var copy, int recipients, int chunks, var sentAt, boolean imported) ->
                    of(copy, SENT, null, recipients, chunks, sentAt, List.of(), imported);
        };
    }

    /** What no two issues share. */
    String numberOfList() {
        return listId + ":" + year + ":" + number;
    }

    Issue toDomain(String id) {
        Copy copy =
                new Copy(
                        id,
                        listId,
                        number,
                        year,
                        title,
                        items.stream().map(ItemDocument::toDomain).toList());
        return switch (state) {
            case DRAFT -> new Issue.Draft(copy);
            case FREEZING -> new Issue.Freezing(copy, needed(domain));
            case FROZEN -> new Issue.Frozen(copy, needed(domain), recipients, chunks);
            case SENDING ->
                    new Issue.Sending(
                            copy,
                            needed(domain),
                            recipients,
                            chunks,
                            needed(sentAt),
                            new TreeSet<>(finished));
            case SENT -> new Issue.Sent(copy, recipients, chunks, needed(sentAt), imported);
            default -> throw new IllegalStateException("No state " + state + " is known");
        };
    }

    private static IssueDocument of(
            Copy copy,
            String state,
            @Nullable String domain,
            int recipients,
            int chunks,
            @Nullable Instant sentAt,
            List<Integer> finished,
            boolean imported) {
        return new IssueDocument(
                copy.listId(),
                copy.number(),
                copy.year(),
                copy.title(),
                copy.items().stream().map(ItemDocument::from).toList(),
                state,
                domain,
                recipients,
                chunks,
                sentAt,
                finished,
                imported);
    }

    private static <T> T needed(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
