package fi.kumppani.events.memo.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.memo.Action;
import fi.kumppani.events.memo.Memo;
import fi.kumppani.events.memo.MemoText;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A memo as it is kept, under the event's id.
 *
 * @param publishedAt absent in drafts
 */
record MemoDocument(
        LocalizedText text,
        List<SectionDocument> sections,
        List<ActionDocument> actions,
        @Nullable Instant publishedAt) {

    record SectionDocument(LocalizedText title, @Nullable String group, LocalizedText text) {}

    record ActionDocument(
            String key,
            LocalizedText what,
            LocalizedText who,
            @Nullable String association,
            @Nullable LocalDate due,
            boolean done) {}

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
                memo instanceof Memo.Published published ? published.publishedAt() : null);
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
        return publishedAt == null
                ? new Memo.Draft(event, version, whole)
                : new Memo.Published(event, version, whole, publishedAt);
    }
}
