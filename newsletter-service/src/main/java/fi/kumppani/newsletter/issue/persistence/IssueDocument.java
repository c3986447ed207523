package fi.kumppani.newsletter.issue.persistence;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Issue;
import fi.kumppani.newsletter.issue.Item;
import fi.kumppani.newsletter.issue.Segment;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        boolean imported,
        @Nullable List<String> writers,
        @Nullable String approver,
        @Nullable Instant at,
        @Nullable SegmentDocument segment) {

    static final String SCHEDULED = "scheduled";
    static final String PAUSED = "paused";
    static final String CANCELLED = "cancelled";
    static final String DRAFT = "draft";
    static final String FREEZING = "freezing";
    static final String FROZEN = "frozen";
    static final String SENDING = "sending";
    static final String SENT = "sent";

    /** A part of an issue as it is kept. */
    record ItemDocument(
            LocalizedText title,
            LocalizedText text,
            @Nullable String link,
            @Nullable PictureDocument picture,
            @Nullable ContactDocument contact) {

        static ItemDocument from(Item item) {
            Item.Picture picture = item.picture();
            Item.Contact contact = item.contact();
            return new ItemDocument(
                    item.title(),
                    item.text(),
                    item.link() == null ? null : item.link().toString(),
                    picture == null
                            ? null
                            : new PictureDocument(picture.address().toString(), picture.alt()),
                    contact == null ? null : ContactDocument.from(contact));
        }

        Item toDomain() {
            return new Item(
                    title,
                    text,
                    link == null ? null : URI.create(link),
                    picture == null
                            ? null
                            : new Item.Picture(URI.create(picture.address()), picture.alt()),
                    contact == null ? null : contact.toDomain());
        }
    }

    /** Whom it is meant for, as it is kept. */
    record SegmentDocument(
            List<String> languages,
            List<String> areas,
            List<Integer> associationClasses,
            @Nullable List<String> topics) {

        static @Nullable SegmentDocument from(Segment segment) {
            return segment.isEverybody()
                    ? null
                    : new SegmentDocument(
                            segment.languages().stream().map(Language::code).sorted().toList(),
                            segment.areas().stream().sorted().toList(),
                            segment.associationClasses().stream().sorted().toList(),
                            segment.topics().stream().sorted().toList());
        }

        Segment toDomain() {
            return new Segment(
                    languages.stream().map(Language::ofCode).collect(Collectors.toSet()),
                    Set.copyOf(areas),
                    Set.copyOf(associationClasses),
                    topics == null ? Set.of() : Set.copyOf(topics));
        }
    }

    /** A picture as it is kept. */
    record PictureDocument(String address, LocalizedText alt) {}

    /** Who answers questions, as it is kept. */
    record ContactDocument(LocalizedText role, @Nullable String email, @Nullable String phone) {

        static ContactDocument from(Item.Contact contact) {
            return new ContactDocument(
                    contact.role(),
                    contact.email() == null ? null : contact.email().value(),
                    contact.phone());
        }

        Item.Contact toDomain() {
            return new Item.Contact(role, email == null ? null : new EmailAddress(email), phone);
        }
    }

    static IssueDocument from(Issue issue) {
        return switch (issue) {
            case Issue.Draft(var copy, var hands) ->
                    of(copy, DRAFT, null, 0, 0, null, List.of(), false).by(hands, null);
            case Issue.Scheduled(var copy, var hands, var domain, var at) ->
                    of(copy, SCHEDULED, domain, 0, 0, null, List.of(), false).by(hands, at);
            case Issue.Cancelled(var copy, int recipients, int chunks, var sentAt, var at) ->
                    of(copy, CANCELLED, null, recipients, chunks, sentAt, List.of(), false)
                            .by(Issue.Hands.NOBODYS, at);
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
                            var finished,
                            boolean paused) ->
                    of(
                            copy,
                            paused ? PAUSED : SENDING,
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
                        items.stream().map(ItemDocument::toDomain).toList(),
                        segment == null ? Segment.EVERYBODY : segment.toDomain());
        return switch (state) {
            case DRAFT -> new Issue.Draft(copy, hands());
            case SCHEDULED -> new Issue.Scheduled(copy, hands(), needed(domain), needed(at));
            case CANCELLED -> new Issue.Cancelled(copy, recipients, chunks, sentAt, needed(at));
            case FREEZING -> new Issue.Freezing(copy, needed(domain));
            case FROZEN -> new Issue.Frozen(copy, needed(domain), recipients, chunks);
            case SENDING, PAUSED ->
                    new Issue.Sending(
                            copy,
                            needed(domain),
                            recipients,
                            chunks,
                            needed(sentAt),
                            new TreeSet<>(finished),
                            state.equals(PAUSED));
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
                imported,
                null,
                null,
                null,
                SegmentDocument.from(copy.segment()));
    }

    private IssueDocument by(Issue.Hands hands, @Nullable Instant when) {
        return new IssueDocument(
                listId,
                number,
                year,
                title,
                items,
                state,
                domain,
                recipients,
                chunks,
                sentAt,
                finished,
                imported,
                hands.writers().stream().sorted().toList(),
                hands.approver(),
                when,
                segment);
    }

    private Issue.Hands hands() {
        return new Issue.Hands(writers == null ? Set.of() : Set.copyOf(writers), approver);
    }

    private static <T> T needed(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
