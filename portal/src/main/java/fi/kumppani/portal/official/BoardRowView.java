package fi.kumppani.portal.official;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * A row of a board list in words.
 *
 * @param href where its application is handled; null for who must keep out of it
 * @param ground why they must; null when they need not
 * @param open whether its application is left undecided by what the board resolved
 * @param seen the version to take it off the list with
 */
record BoardRowView(
        int position,
        String application,
        @Nullable String href,
        @Nullable String number,
        @Nullable String ground,
        @Nullable Told association,
        @Nullable String requested,
        VerdictFacts.@Nullable Shown proposal,
        @Nullable String resolution,
        VerdictFacts.@Nullable Shown resolved,
        @Nullable String outcome,
        boolean open,
        String seen) {

    private static final Set<String> RESOLUTIONS =
            Set.of("as-proposed", "otherwise", "tabled", "returned");

    static BoardRowView of(
            String code, BoardRowFacts row, List<ReasonFacts.Reason> reasons, Language language) {
        boolean closed = row.disqualified() != null;
        String outcome = row.outcome();
        return new BoardRowView(
                row.position(),
                row.applicationId(),
                closed ? null : WorkPages.application(code, row.applicationId()),
                row.diaryNumber(),
                closed ? Grounds.known(row.disqualified()) : null,
                LocalizedText.maybe(row.associationName(), language),
                row.requested() == null ? null : Formats.euros(row.requested()),
                row.proposal() == null ? null : row.proposal().shown(reasons, language),
                row.resolution() != null && RESOLUTIONS.contains(row.resolution())
                        ? row.resolution()
                        : null,
                row.resolved() == null ? null : row.resolved().shown(reasons, language),
                outcome == null ? null : States.DECIDED.contains(outcome) ? outcome : "other",
                row.leftOpen() != null,
                row.version() == null ? "" : "\"" + row.version() + "\"");
    }
}
