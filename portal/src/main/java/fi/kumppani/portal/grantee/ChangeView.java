package fi.kumppani.portal.grantee;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/**
 * A request for other terms, in words.
 *
 * @param status one of those that pages have words for
 * @param ruling what was decided; null until then
 */
public record ChangeView(
        int number,
        String status,
        String askedAt,
        TermsView wish,
        @Nullable String reasons,
        @Nullable RulingView ruling) {

    private static final Set<String> STATUSES =
            Set.of("open", "withdrawn", "refused", "approved", "partly-approved");

    /** Terms in words; what is not told is null. */
    public record TermsView(
            @Nullable String use, @Nullable String beginsOn, @Nullable String endsOn) {

        /** The same in words. */
        public static TermsView of(ChangesFacts.Terms terms, Language language) {
            return new TermsView(
                    terms.use(), day(terms.beginsOn(), language), day(terms.endsOn(), language));
        }

        private static @Nullable String day(@Nullable LocalDate day, Language language) {
            return day == null ? null : Formats.day(day, language);
        }
    }

    /**
     * A decision in words.
     *
     * @param approved what is otherwise from now on; null when that is all that was asked, or
     *     nothing
     */
    public record RulingView(@Nullable TermsView approved, String decidedOn, Told explanation) {}

    /** Whether it can be taken back. */
    public boolean isOpen() {
        return status.equals("open");
    }

    /** The request in words. */
    public static ChangeView of(ChangesFacts.Item item, Language language) {
        ChangesFacts.Ruling ruling = item.ruling();
        return new ChangeView(
                item.number(),
                STATUSES.contains(item.status()) ? item.status() : "other",
                Formats.moment(item.askedAt(), language),
                TermsView.of(item.wish(), language),
                item.reasons().isBlank() ? null : item.reasons(),
                ruling == null
                        ? null
                        : new RulingView(
                                ruling.approved() == null
                                                || !item.status().equals("partly-approved")
                                        ? null
                                        : TermsView.of(ruling.approved(), language),
                                Formats.day(ruling.decidedOn(), language),
                                ruling.explanation().told(language)));
    }
}
