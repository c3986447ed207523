package fi.kumppani.newsletter.issue.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.newsletter.issue.Chunk;
import fi.kumppani.newsletter.issue.Issue;
import fi.kumppani.newsletter.issue.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * How far an issue is on its way, in numbers and ids.
 *
 * @param state where the issue stands
 * @param recipients how many get it, counted when it was frozen; 0 before
 * @param waiting letters that wait for their turn
 * @param sent letters the server took over
 * @param left recipients who left before it was their turn
 * @param failed letters that will not be delivered
 * @param troubled letters that did not simply arrive
 */
record SendingView(
        String state,
        int recipients,
        int waiting,
        int sent,
        int left,
        int failed,
        List<LetterView> troubled) {

    /**
     * A letter that did not simply arrive.
     *
     * @param id of the letter, the left part of its Message-ID
     * @param state {@code uncertain}: it may have arrived and waits to be sent once more; {@code
     *     resent}: it was; {@code failed}: it will not be delivered
     * @param code why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LetterView(String id, String state, @Nullable String code) {}

    static SendingView of(Issue issue, List<Chunk> chunks) {
        int waiting = 0;
        int sent = 0;
        int left = 0;
        int failed = 0;
        List<LetterView> troubled = new ArrayList<>();
        for (Chunk chunk : chunks) {
            for (int index = 0; index < chunk.letters().size(); index++) {
                Progress progress = chunk.letters().get(index).progress();
                String id = chunk.letterId(index);
                switch (progress) {
                    case Progress.Waiting _, Progress.InFlight _ -> {
                        waiting++;
                        note(progress, id, "uncertain", troubled);
                    }
                    case Progress.Sent _ -> {
                        sent++;
                        note(progress, id, "resent", troubled);
                    }
                    case Progress.Left _ -> {
                        left++;
                        note(progress, id, "uncertain", troubled);
                    }
                    case Progress.Failed(_, var code) -> {
                        failed++;
                        troubled.add(new LetterView(id, "failed", code));
                    }
                }
            }
        }
        return new SendingView(
                DraftView.state(issue), recipients(issue), waiting, sent, left, failed, troubled);
    }

    static int chunks(Issue issue) {
        return switch (issue) {
            case Issue.Draft _, Issue.Scheduled _, Issue.Freezing _ -> 0;
            case Issue.Frozen frozen -> frozen.chunks();
            case Issue.Sending sending -> sending.chunks();
            case Issue.Sent sent -> sent.chunks();
            case Issue.Cancelled cancelled -> cancelled.chunks();
        };
    }

    private static int recipients(Issue issue) {
        return switch (issue) {
            case Issue.Draft _, Issue.Scheduled _, Issue.Freezing _ -> 0;
            case Issue.Frozen frozen -> frozen.recipients();
            case Issue.Sending sending -> sending.recipients();
            case Issue.Sent sent -> sent.recipients();
            case Issue.Cancelled cancelled -> cancelled.recipients();
        };
    }

    private static void note(
            Progress progress, String id, String state, List<LetterView> troubled) {
        if (progress.losses() > 0) {
            troubled.add(new LetterView(id, state, null));
        }
    }
}
