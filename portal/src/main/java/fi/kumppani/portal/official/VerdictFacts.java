package fi.kumppani.portal.official;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is proposed or decided.
 *
 * @param decision {@code grant}, {@code refuse} or {@code not-examine}
 * @param amount euros granted; null when nothing is
 * @param shares what it is granted for, by kind of costs; absent when as a whole
 * @param reasons codes of the catalogue
 * @param secret what only the party and those who handle the matter may read
 */
public record VerdictFacts(
        String decision,
        @Nullable BigDecimal amount,
        @Nullable List<Share> shares,
        @Nullable List<String> reasons,
        @Nullable LocalizedText explanation,
        @Nullable String secret,
        @Nullable Boolean deMinimis) {

    private static final Set<String> KNOWN = Set.of("grant", "refuse", "not-examine");

    /** What is granted for one kind of costs, as grants-service tells it. */
    public record Share(String category, String amount) {}

    /** Says nothing of what is secret, so that no log does. */
    @Override
    public String toString() {
        return "VerdictFacts[" + decision + "]";
    }

    /** Whether what is granted is divided by kinds of costs. */
    public boolean isDivided() {
        return shares != null && !shares.isEmpty();
    }

    /** One of those that pages have words for. */
    static String known(String decision) {
        return KNOWN.contains(decision) ? decision : "other";
    }

    List<String> codes() {
        return Objects.requireNonNullElse(reasons, List.of());
    }

    /** The verdict in words. */
    public record Shown(
            String decision,
            @Nullable String amount,
            List<Told> reasons,
            @Nullable Told explanation,
            @Nullable String secret) {}

    /**
     * The same in words.
     *
     * @param catalogue the reasons that there can be
     */
    public Shown shown(List<ReasonFacts.Reason> catalogue, Language language) {
        return new Shown(
                known(decision),
                amount == null ? null : Formats.euros(amount),
                catalogue.stream()
                        .filter(reason -> codes().contains(reason.code()))
                        .map(reason -> reason.text().told(language))
                        .toList(),
                LocalizedText.maybe(explanation, language),
                secret);
    }
}
