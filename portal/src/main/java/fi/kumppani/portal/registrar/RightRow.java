package fi.kumppani.portal.registrar;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A right as a page shows it: who has it, since when, and who gave it and took it away.
 *
 * @param given null when it was not written down
 * @param taken null when it was not written down, or when it holds
 */
record RightRow(
        String id, String subject, String module, @Nullable Deed given, @Nullable Deed taken) {

    /**
     * Something that was done.
     *
     * @param at the moment, as the reader writes it
     * @param by as what, {@code coordinator} or {@code main-user}
     * @param subject who, as the identity provider's opaque id
     */
    record Deed(String at, String by, String subject) {

        static @Nullable Deed of(MandateFacts.@Nullable Mark mark, Language language) {
            return mark == null
                    ? null
                    : new Deed(
                            Formats.moment(mark.at(), language), mark.capacity(), mark.subject());
        }
    }

    /** Those that hold, in the order they were given. */
    static List<RightRow> held(List<MandateFacts> all, Language language) {
        return all.stream().filter(MandateFacts::valid).map(each -> of(each, language)).toList();
    }

    /** Those that hold no more, the one that was taken away last first. */
    static List<RightRow> ended(List<MandateFacts> all, Language language) {
        return all.stream()
                .filter(each -> !each.valid())
                .sorted(Comparator.comparing(RightRow::end).reversed())
                .map(each -> of(each, language))
                .toList();
    }

    private static Instant end(MandateFacts facts) {
        MandateFacts.Mark revoked = facts.revoked();
        return revoked == null ? Instant.EPOCH : revoked.at();
    }

    private static RightRow of(MandateFacts facts, Language language) {
        return new RightRow(
                facts.id(),
                facts.subject(),
                facts.module(),
                Deed.of(facts.granted(), language),
                Deed.of(facts.revoked(), language));
    }
}
