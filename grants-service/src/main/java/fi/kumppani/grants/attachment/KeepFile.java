package fi.kumppani.grants.attachment;

import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.file.FileType;
import fi.kumppani.kit.ids.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges a file and keeps it. A content is kept before anything names it, and erased when nothing
 * came to name it; so nothing ever names what is not there.
 */
@Service
public class KeepFile {

    private final AttachedFiles files;
    private final List<FileScanner> scanners;
    private final Ids ids;

    KeepFile(AttachedFiles files, List<FileScanner> scanners, Ids ids) {
        this.files = files;
        this.scanners = List.copyOf(scanners);
        this.ids = ids;
    }

    /**
     * Attaches a file; the same content again only takes another name and purpose.
     *
     * @param owner the id of what it is attached to
     * @param requirement which of the attachments that a call requires it is; null for none
     * @param look what would come of it as things stand; keeps nothing
     * @param add has it named, in one write
     */
    public Attaching attach(
            String owner,
            String name,
            @Nullable String requirement,
            FileContent content,
            Function<Attachment, Attaching> look,
            Function<Attachment, Attaching> add) {
        Optional<FileType> type = FileType.of(name, content);
        if (type.isEmpty()) {
            return new Attaching.UnknownType();
        }
        if (scanners.stream()
                .anyMatch(
                        scanner ->
                                scanner.scan(type.get(), content) == FileScanner.Verdict.HARMFUL)) {
            return new Attaching.Harmful();
        }
        var file =
                new Attachment(
                        content.hash(),
                        name,
                        type.get(),
                        content.size(),
                        requirement,
                        owner + ":" + ids.next());
        Attaching asItStands = look.apply(file);
        if (!(asItStands instanceof Attaching.Attached)) {
            return asItStands;
        }
        files.keep(file.key(), content);
        Attaching outcome = add.apply(file);
        boolean isNeeded =
                outcome instanceof Attaching.Attached(Attachment kept)
                        && kept.key().equals(file.key());
        if (!isNeeded) {
            files.erase(file.key());
        }
        return outcome;
    }
}
