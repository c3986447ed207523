package fi.kumppani.portal.editor;

import fi.kumppani.portal.editor.ProgressFacts.LinkClicks;
import fi.kumppani.portal.editor.ProgressFacts.Numbers;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * How far an issue is, in words.
 *
 * @param recipients how many get it, for machines
 * @param stoppable whether it can still be cancelled
 * @param finished how many letters have come to their end, for machines
 * @param figures what is counted while it is sent
 */
record ProgressView(
        String state,
        boolean moving,
        boolean stoppable,
        int recipients,
        int finished,
        List<Figure> figures) {

    private static final Set<String> STOPPABLE = Set.of("freezing", "frozen", "sending", "paused");

    /**
     * A number.
     *
     * @param name as the key of its text ends
     */
    record Figure(String name, String value) {}

    /**
     * A link of the issue.
     *
     * @param block the title of the block it is in; null when that is not known
     * @param clicks how often it was opened; null when that is too few to be told
     */
    record Link(@Nullable Told block, String address, @Nullable String clicks) {}

    static ProgressView of(ProgressFacts progress) {
        return new ProgressView(
                progress.state(),
                progress.isMoving(),
                STOPPABLE.contains(progress.state()),
                progress.recipients(),
                progress.finished(),
                List.of(
                        figure("recipients", progress.recipients()),
                        figure("sent", progress.sent()),
                        figure("waiting", progress.waiting()),
                        figure("skipped", progress.left()),
                        figure("failed", progress.failed())));
    }

    /** What came of it. */
    static List<Figure> numbers(Numbers numbers) {
        return List.of(
                figure("delivered", numbers.delivered()),
                figure("bounced", numbers.bounced()),
                figure("complaints", numbers.complaints()),
                figure("left", numbers.left()));
    }

    /** Its links, in their order. */
    static List<Link> links(Numbers numbers, DraftFacts draft, Language language) {
        return numbers.links().stream().map(each -> link(each, draft, language)).toList();
    }

    private static Link link(LinkClicks link, DraftFacts draft, Language language) {
        boolean known = link.item() >= 0 && link.item() < draft.items().size();
        Long clicks = link.clicks();
        return new Link(
                known ? draft.items().get(link.item()).title().told(language) : null,
                link.link(),
                clicks == null ? null : Formats.number(clicks));
    }

    private static Figure figure(String name, int value) {
        return new Figure(name, Formats.number(value));
    }
}
