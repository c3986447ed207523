package fi.kumppani.portal.redresswork;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/**
 * A case in words.
 *
 * @param kind one of those that pages have words for
 * @param outcome the same; null until it is ruled
 * @param toBeTold whether who claimed is to be told of the ruling
 */
record CaseView(
        int number,
        String kind,
        String arrivedOn,
        boolean late,
        @Nullable String hearer,
        @Nullable String claimant,
        @Nullable String text,
        @Nullable String outcome,
        @Nullable String ruledOn,
        @Nullable String section,
        @Nullable Told explanation,
        @Nullable String knownOn,
        boolean toBeTold) {

    private static final Set<String> KINDS = Set.of("party-claim", "member-claim", "taken-up");
    private static final Set<String> OUTCOMES =
            Set.of("revised", "dismissed", "not-examined", "withdrawn");

    static CaseView of(RedressFacts.Case each, Language language) {
        return new CaseView(
                each.number(),
                KINDS.contains(each.kind()) ? each.kind() : "other",
                Formats.day(each.arrivedOn(), language),
                each.late(),
                each.hearer().isBlank() ? null : each.hearer(),
                each.claimant(),
                each.text(),
                each.outcome() == null
                        ? null
                        : OUTCOMES.contains(each.outcome()) ? each.outcome() : "other",
                day(each.ruledOn(), language),
                each.section(),
                LocalizedText.maybe(each.explanation(), language),
                day(each.knownOn(), language),
                each.isToBeTold());
    }

    /** Says nothing of who claims what, so that no log does. */
    @Override
    public String toString() {
        return "CaseView[" + number + "]";
    }

    static @Nullable String day(@Nullable LocalDate day, Language language) {
        return day == null ? null : Formats.day(day, language);
    }
}
