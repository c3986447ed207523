package fi.kumppani.portal.editor;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An issue in a list of them.
 *
 * @param href the page where somebody goes on with it
 * @param label its number, such as 2/2026
 * @param list the list it belongs to
 * @param state as the key of its name ends
 * @param when when it is to be sent, or was; null for neither
 * @param recipients how many it was sent to; null before
 */
record IssueRow(
        String href,
        Told title,
        String label,
        Told list,
        String state,
        @Nullable String when,
        @Nullable String recipients) {

    /** A list one can write for. */
    record Choice(String id, Told name) {}

    /**
     * The lists of the municipality.
     *
     * @param fourEyes ids of those of which issues must be approved
     */
    record Lists(List<ListFacts> all, List<String> fourEyes) {

        Lists {
            all = List.copyOf(all);
            fourEyes = List.copyOf(fourEyes);
        }

        List<Choice> choices(Language language) {
            return all.stream()
                    .map(list -> new Choice(list.id(), list.name().told(language)))
                    .toList();
        }

        private Told name(String id, Language language) {
            return all.stream()
                    .filter(list -> list.id().equals(id))
                    .map(list -> list.name().told(language))
                    .findFirst()
                    .orElse(new Told("–", language.code()));
        }
    }

    /** One that was not sent, or not to all. */
    static IssueRow of(String code, DraftFacts draft, Lists lists, Language language) {
        Instant when = draft.sendAt() == null ? draft.sentAt() : draft.sendAt();
        return new IssueRow(
                DraftPages.path(code, draft.id())
                        + (draft.isDraft() ? "" : draft.isScheduled() ? "/order" : "/progress"),
                draft.title().told(language),
                draft.label(),
                lists.name(draft.listId(), language),
                state(draft, lists),
                when == null ? null : Formats.moment(when, language),
                null);
    }

    /** One that was sent. */
    static IssueRow of(String code, SentFacts sent, Language language) {
        return new IssueRow(
                sent.imported()
                        ? "/m/" + code + "/letters/" + sent.id()
                        : DraftPages.path(code, sent.id()) + "/progress",
                sent.title().told(language),
                sent.label(),
                sent.list().name().told(language),
                "sent",
                Formats.moment(sent.sentAt(), language),
                Formats.number(sent.recipients()));
    }

    private static String state(DraftFacts draft, Lists lists) {
        if (!draft.isDraft()) {
            return draft.state();
        }
        return draft.approved()
                ? "approved"
                : lists.fourEyes().contains(draft.listId()) ? "waiting" : "draft";
    }
}
