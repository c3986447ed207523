package fi.kumppani.events.memo;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.memo.Memos.Decision;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.file.FileType;
import fi.kumppani.kit.ids.Ids;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;

/**
 * Coordinators attach files to a memo and take them away. A content is kept before the memo names
 * it, and the memo remembers one that is to go until it is erased; so a memo never names what is
 * not there, and whoever says again that a file is to go finishes what broke off.
 */
@Service
public class AttachFiles {

    private final Memos memos;
    private final AttachedFiles files;
    private final Ids ids;

    AttachFiles(Memos memos, AttachedFiles files, Ids ids) {
        this.memos = memos;
        this.files = files;
        this.ids = ids;
    }

    /** What came of attaching a file. */
    public sealed interface Outcome {

        /** It goes with the memo. */
        record Attached(Memo memo, Attachment file) implements Outcome {}

        /** Its type is not taken, or its content is not of the type its name says. */
        record UnknownType() implements Outcome {}

        /** Another file of the memo is called that. */
        record NameTaken() implements Outcome {}

        /** The memo has as many as it may have. */
        record Full() implements Outcome {}
    }

    /**
     * A file as it is read.
     *
     * @param file what is known of it
     * @param content what is in it
     */
    public record Read(Attachment file, FileContent content) {}

    /**
     * Attaches a file; the same content again only takes another name.
     *
     * @return empty when there is no memo
     */
    public Optional<Outcome> attach(EventId event, String name, FileContent content) {
        Optional<FileType> type = FileType.of(name, content);
        Optional<Memo> memo = memos.of(event);
        if (memo.isEmpty() || type.isEmpty()) {
            return memo.map(_ -> new Outcome.UnknownType());
        }
        Attachment file =
                new Attachment(content.hash(), name, type.get(), content.size(), ids.next());
        Outcome asItStands = add(memo.get(), file).answer();
        if (!(asItStands instanceof Outcome.Attached)) {
            return Optional.of(asItStands);
        }
        files.keep(event, file.key(), content);
        Optional<Outcome> outcome = memos.decide(event, now -> add(now, file));
        boolean needless =
                !(outcome.orElse(null) instanceof Outcome.Attached(_, Attachment kept)
                        && kept.key().equals(file.key()));
        if (needless) {
            files.erase(event, file.key());
        }
        return outcome;
    }

    private static Decision<Outcome> add(Memo memo, Attachment file) {
        return switch (memo.attachments().with(file)) {
            case Attachments.Adding.Added(Attachments same, Attachment there)
                    when same.equals(memo.attachments()) ->
                    new Decision<>(null, null, new Outcome.Attached(memo, there));
            case Attachments.Adding.Added(Attachments more, Attachment added) -> {
                Memo next = memo.with(more);
                yield new Decision<>(next, null, new Outcome.Attached(next, added));
            }
            case Attachments.Adding.NameTaken _ ->
                    new Decision<>(null, null, new Outcome.NameTaken());
            case Attachments.Adding.Full _ -> new Decision<>(null, null, new Outcome.Full());
        };
    }

    /**
     * Takes a file away, with all that was to go before it.
     *
     * @return the memo without it; empty when there is no memo, or no such file
     */
    public Optional<Memo> remove(EventId event, String id) {
        return memos.decide(event, memo -> without(memo, id))
                .flatMap(found -> found)
                .map(memo -> finish(event, memo));
    }

    private static Decision<Optional<Memo>> without(Memo memo, String id) {
        Attachments left = memo.attachments().without(id);
        boolean goes = left.leaving().stream().anyMatch(each -> each.id().equals(id));
        if (left.equals(memo.attachments())) {
            return new Decision<>(null, null, goes ? Optional.of(memo) : Optional.empty());
        }
        Memo next = memo.with(left);
        return new Decision<>(next, null, Optional.of(next));
    }

    private Memo finish(EventId event, Memo memo) {
        List<Attachment> gone = memo.attachments().leaving();
        gone.forEach(each -> files.erase(event, each.key()));
        return memos.decide(event, now -> erased(now, gone)).orElse(memo);
    }

    private static Decision<Memo> erased(Memo memo, List<Attachment> gone) {
        Attachments left = memo.attachments().erased(gone);
        Memo next = left.equals(memo.attachments()) ? memo : memo.with(left);
        return new Decision<>(next.equals(memo) ? null : next, null, next);
    }

    /**
     * A file to be read.
     *
     * @param draftsToo whether those of a memo that is not published may be seen
     * @return empty when there is none that may
     */
    public Optional<Read> read(EventId event, String id, boolean draftsToo) {
        return memos.of(event)
                .filter(memo -> draftsToo || memo instanceof Memo.Published)
                .flatMap(memo -> memo.attachments().find(id))
                .flatMap(
                        file ->
                                files.find(event, file.key())
                                        .map(content -> new Read(file, content)));
    }
}
