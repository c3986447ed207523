package fi.kumppani.newsletter.issue.persistence;

import fi.kumppani.newsletter.issue.Chunk;
import fi.kumppani.newsletter.issue.Chunk.LetterEntry;
import fi.kumppani.newsletter.issue.Progress;
import fi.kumppani.newsletter.subscription.Mailbox;
import fi.kumppani.newsletter.subscription.SubscriptionId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A chunk as it is kept. Each letter is one line {@code <mailbox> <reference> <progress>}, because
 * a chunk is written often and should be small.
 */
record ChunkDocument(
        String issueId,
        int number,
        String listId,
        List<String> letters,
        @Nullable String owner,
        @Nullable Instant until) {

    private static final String WAITING = "waiting";
    private static final String IN_FLIGHT = "in-flight";
    private static final String SENT = "sent";
    private static final String FAILED = "failed";
    private static final String LEFT = "left";

    static ChunkDocument from(Chunk chunk) {
        Chunk.Lease lease = chunk.lease();
        return new ChunkDocument(
                chunk.id().issueId(),
                chunk.id().number(),
                chunk.letters().getFirst().subscription().listId(),
                chunk.letters().stream().map(ChunkDocument::line).toList(),
                lease == null ? null : lease.owner(),
                lease == null ? null : lease.until());
    }

    Chunk toDomain() {
        return new Chunk(
                new Chunk.Id(issueId, number),
                letters.stream().map(this::letter).toList(),
                owner == null || until == null ? null : new Chunk.Lease(owner, until));
    }

    private static String line(LetterEntry letter) {
        return letter.subscription().mailbox().print()
                + " "
                + letter.reference()
                + " "
                + written(letter.progress());
    }

    private LetterEntry letter(String line) {
        String[] parts = line.split(" ", 3);
        return new LetterEntry(
                new SubscriptionId(listId, new Mailbox(parts[0])), parts[1], progress(parts[2]));
    }

    private static String written(Progress progress) {
        return switch (progress) {
            case Progress.Waiting(int deferrals, int losses, var notBefore) ->
                    String.join(
                            ":",
                            WAITING,
                            String.valueOf(losses),
                            String.valueOf(deferrals),
                            String.valueOf(notBefore.toEpochMilli()));
            case Progress.InFlight(int deferrals, int losses) ->
                    String.join(":", IN_FLIGHT, String.valueOf(losses), String.valueOf(deferrals));
            case Progress.Sent(int losses) -> SENT + ":" + losses;
            case Progress.Failed(int losses, var code) -> FAILED + ":" + losses + ":" + code;
            case Progress.Left(int losses) -> LEFT + ":" + losses;
        };
    }

    private static Progress progress(String written) {
        String[] parts = written.split(":", 4);
        int losses = Integer.parseInt(parts[1]);
        return switch (parts[0]) {
            case WAITING ->
                    new Progress.Waiting(
                            Integer.parseInt(parts[2]),
                            losses,
                            Instant.ofEpochMilli(Long.parseLong(parts[3])));
            case IN_FLIGHT -> new Progress.InFlight(Integer.parseInt(parts[2]), losses);
            case SENT -> new Progress.Sent(losses);
            case FAILED -> new Progress.Failed(losses, parts[2]);
            case LEFT -> new Progress.Left(losses);
            default -> throw new IllegalStateException("No progress " + parts[0] + " is known");
        };
    }
}
