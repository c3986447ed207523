package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.attachment.AttachedFiles;
import fi.kumppani.grants.attachment.Attaching;
import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.attachment.KeepFile;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.store.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Applicants attach files to an application and take them away, as long as they may write it. The
 * application remembers one that is to go until it is erased; so it never names what is not there.
 */
@Service
public class AttachFiles {

    private final GrantApplications applications;
    private final AttachedFiles files;
    private final KeepFile keepFile;
    private final Clock clock;

    AttachFiles(
            GrantApplications applications, AttachedFiles files, KeepFile keepFile, Clock clock) {
        this.applications = applications;
        this.files = files;
        this.keepFile = keepFile;
        this.clock = clock;
    }

    /**
     * A file as it is read.
     *
     * @param file what is known of it
     * @param content what is in it
     */
    public record Read(Attachment file, FileContent content) {}

    /**
     * Attaches a file; the same content again only takes another name and purpose.
     *
     * @param requirement which of the attachments that the call requires it is; null for none
     * @return empty when there is no such application
     */
    public Optional<Attaching> attach(
            ApplicationId id, String name, @Nullable String requirement, FileContent content) {
        return applications
                .find(id)
                .map(Stored::body)
                .map(
                        found ->
                                keepFile.attach(
                                        id.value(),
                                        name,
                                        requirement,
                                        content,
                                        file -> add(found, file).answer(),
                                        file ->
                                                applications
                                                        .change(
                                                                id,
                                                                OptionalLong.empty(),
                                                                stored -> add(stored.body(), file))
                                                        .orElseGet(Attaching.Gone::new)));
    }

    private Move<Attaching> add(GrantApplication application, Attachment file) {
        Optional<Refusal> refusal = refusal(application);
        if (refusal.isPresent()) {
            return Move.stay(new Attaching.Closed(refusal.get()));
        }
        Attachments before = application.proposal().attachments();
        return switch (before.with(file)) {
            case Attachments.Adding.Added(var same, var there) when same.equals(before) ->
                    Move.stay(new Attaching.Attached(there));
            case Attachments.Adding.Added(var more, var added) ->
                    Move.keep(attaching(application, more), new Attaching.Attached(added));
            case Attachments.Adding.NameTaken _ -> Move.stay(new Attaching.NameTaken());
            case Attachments.Adding.Full _ -> Move.stay(new Attaching.Full());
        };
    }

    private Optional<Refusal> refusal(GrantApplication application) {
        return switch (application) {
            case GrantApplication.Draft _ -> Optional.empty();
            case GrantApplication.Supplementing waiting ->
                    waiting.supplement().isOver(clock.instant())
                            ? Optional.of(Refusal.SUPPLEMENT_LATE)
                            : Optional.empty();
            case GrantApplication.Submitted _,
                    GrantApplication.Withdrawn _,
                    GrantApplication.Transferred _,
                    GrantApplication.Deciding _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    Optional.of(Refusal.ALREADY_SUBMITTED);
        };
    }

    private static GrantApplication attaching(GrantApplication application, Attachments next) {
        return switch (application) {
            case GrantApplication.Draft draft -> draft.attaching(next);
            case GrantApplication.Supplementing waiting -> waiting.attaching(next);
            case GrantApplication.Submitted _,
                    GrantApplication.Withdrawn _,
                    GrantApplication.Transferred _,
                    GrantApplication.Deciding _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    throw new IllegalStateException("Nothing is attached any more");
        };
    }

    /**
     * Takes a file away, with all that was to go before it; said again, it is finished.
     *
     * @return empty when there is no such application; the refusal when it cannot be written
     */
    public Optional<Removal> remove(ApplicationId id, String attachment) {
        Optional<Removal> removal =
                applications.change(
                        id, OptionalLong.empty(), stored -> without(stored.body(), attachment));
        if (removal.isPresent() && removal.get() instanceof Removal.Gone(var leaving)) {
            leaving.forEach(each -> files.erase(each.key()));
            if (!leaving.isEmpty()) {
                var _ =
                        applications.change(
                                id, OptionalLong.empty(), stored -> erased(stored.body(), leaving));
            }
        }
        return removal;
    }

    private Move<Removal> without(GrantApplication application, String attachment) {
        Optional<Refusal> refusal = refusal(application);
        if (refusal.isPresent()) {
            return Move.stay(new Removal.Refused(refusal.get()));
        }
        Attachments before = application.proposal().attachments();
        Attachments left = before.without(attachment);
        Removal gone = new Removal.Gone(left.leaving());
        return left.equals(before)
                ? Move.stay(gone)
                : Move.keep(attaching(application, left), gone);
    }

    private Move<Boolean> erased(GrantApplication application, List<Attachment> gone) {
        Attachments before = application.proposal().attachments();
        Attachments left = before.erased(gone);
        return left.equals(before) || refusal(application).isPresent()
                ? Move.stay(false)
                : Move.keep(attaching(application, left), true);
    }

    /** What came of taking a file away. */
    public sealed interface Removal {

        /**
         * It is not there any more.
         *
         * @param leaving the files whose content was still to be erased
         */
        record Gone(List<Attachment> leaving) implements Removal {}

        /** The application cannot be written any more. */
        record Refused(Refusal reason) implements Removal {}
    }

    /** A file to be read; empty when there is none. */
    public Optional<Read> read(ApplicationId id, String attachment) {
        return applications
                .find(id)
                .flatMap(found -> found.body().proposal().attachments().find(attachment))
                .flatMap(file -> files.find(file.key()).map(content -> new Read(file, content)));
    }
}
