package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.association.LegalForms;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Two associations side by side, as a page shows them.
 *
 * @param sides the older one first
 * @param grounds why they look like the same one, as the keys of their texts end
 * @param since the day on which somebody said that they are not; null when nobody did
 */
record Twins(List<Side> sides, List<String> grounds, @Nullable String since) {

    private static final List<String> GROUNDS =
            List.of("same-name", "same-mailbox", "similar-name");
    private static final List<String> STATUSES = List.of("unverified", "verified", "dissolved");

    /**
     * One of them.
     *
     * @param others the id of the other one
     */
    record Side(
            String id,
            Told name,
            String href,
            @Nullable String status,
            @Nullable String form,
            @Nullable String businessId,
            @Nullable String registerNumber,
            @Nullable String since,
            String others) {

        static Side of(String code, AssociationFacts facts, String others, Language language) {
            String status = facts.status();
            return new Side(
                    facts.id(),
                    facts.name().told(language),
                    RegistrarPages.association(code, facts.id()),
                    status != null && STATUSES.contains(status) ? status : null,
                    LegalForms.known(facts.form()),
                    facts.businessId(),
                    facts.registerNumber(),
                    facts.registeredAt() == null
                            ? null
                            : Formats.day(facts.registeredAt(), language),
                    others);
        }
    }

    /** Those that are two. */
    static List<Twins> of(String code, List<Duplicates.Pair> pairs, Language language) {
        return pairs.stream()
                .filter(pair -> pair.associations().size() == 2)
                .map(pair -> of(code, pair, language))
                .toList();
    }

    private static Twins of(String code, Duplicates.Pair pair, Language language) {
        AssociationFacts one = pair.associations().getFirst();
        AssociationFacts other = pair.associations().getLast();
        return new Twins(
                List.of(
                        Side.of(code, one, other.id(), language),
                        Side.of(code, other, one.id(), language)),
                pair.grounds().stream().filter(GROUNDS::contains).toList(),
                pair.saidOn() == null ? null : Formats.day(pair.saidOn(), language));
    }
}
