package fi.kumppani.events.memo.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.memo.Action;
import fi.kumppani.events.memo.Attachment;
import fi.kumppani.events.memo.Attachments;
import fi.kumppani.events.memo.Memo;
import fi.kumppani.events.memo.MemoText;
import fi.kumppani.kit.file.FileType;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A memo as it is kept, under the event's id.
 *
 * @param publishedAt absent in drafts
 * @param files absent when there never were any
 * @param leavingFiles absent likewise
 */
record MemoDocument(
        LocalizedText text,
        List<SectionDocument> sections,
        List<ActionDocument> actions,
        @Nullable Instant publishedAt,
        @Nullable List<FileDocument> files,
        @Nullable List<FileDocument> leavingFiles) {

    record SectionDocument(LocalizedText title, @Nullable String group, LocalizedText text) {}

    record ActionDocument(
            String key,
            LocalizedText what,
            LocalizedText who,
            @Nullable String association,
            @Nullable LocalDate due,
            boolean done) {}

    /**
     * A file that goes with it.
     *
     * @param type such as {@code pdf}
     * @param key where its content is kept
     */
    record FileDocument(String hash, String name, String type, int bytes, String key) {

        private static List<FileDocument> from(List<Attachment> files) {
            return files.stream()
                    .map(
                            each ->
                                    new FileDocument(
                                            each.id(),
                                            each.name(),
                                            WireCodes.of(each.type()),
                                            each.bytes(),
                                            each.key()))
                    .toList();
        }

        private static List<Attachment> toDomain(@Nullable List<FileDocument> files) {
            return Objects.requireNonNullElse(files, List.<FileDocument>of()).stream()
                    .map(
                            each ->
                                    new Attachment(
                                            each.hash(),
                                            each.name(),
                                            WireCodes.read(FileType.class, each.type())
                                                    .orElseThrow(),
                                            each.bytes(),
                                            each.key()))
                    .toList();
        }
    }

    static MemoDocument from(Memo memo) {
        MemoText text = memo.text();
        return new MemoDocument(
                text.text(),
                text.sections().stream()
                        .map(each -> new SectionDocument(each.title(), each.group(), each.text()))
                        .toList(),
                text.actions().stream()
                        .map(
                                each ->
                                        new ActionDocument(
                                                each.id(),
                                                each.what(),
                                                each.who(),
                                                each.association(),
                                                each.due(),
                                                each.done()))
                        .toList(),
                memo instanceof Memo.Published published ? published.publishedAt() : null,
                FileDocument.from(memo.attachments().listed()),
                FileDocument.from(memo.attachments().leaving()));
    }

    Memo toDomain(EventId event, long version) {
        MemoText whole =
                new MemoText(
                        text,
                        sections.stream()
                                .map(
                                        each ->
                                                new MemoText.Section(
                                                        each.title(), each.group(), each.text()))
                                .toList(),
                        actions.stream()
                                .map(
                                        each ->
                                                new Action(
                                                        each.key(),
                                                        each.what(),
                                                        each.who(),
                                                        each.association(),
                                                        each.due(),
                                                        each.done()))
                                .toList());
        Attachments attachments =
                new Attachments(FileDocument.toDomain(files), FileDocument.toDomain(leavingFiles));
        return publishedAt == null
                ? new Memo.Draft(event, version, whole, attachments)
                : new Memo.Published(event, version, whole, attachments, publishedAt);
    }
}
