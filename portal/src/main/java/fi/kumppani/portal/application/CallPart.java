package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What applying needs to know of a call. */
record CallPart(
        String id, boolean open, LocalizedText title, BigDecimal capPerApplication, Scheme scheme) {

    private static final Set<String> ABOUT_DAYS = Set.of("not-begun", "within-year");

    /**
     * By which grounds it grants.
     *
     * @param deMinimis whether what is granted is de minimis aid; null for no
     */
    record Scheme(
            @Nullable Object share,
            @Nullable List<Attachment> attachments,
            @Nullable List<Rule> rules,
            @Nullable Boolean deMinimis) {}

    /** A file that goes with an application. */
    record Attachment(String id, LocalizedText label, boolean firstTimeOnly) {}

    /**
     * A rule of it.
     *
     * @param id of a declaration
     * @param statement what is declared
     * @param costs which costs are accepted by kind
     */
    record Rule(
            String rule,
            @Nullable String id,
            @Nullable LocalizedText statement,
            @Nullable List<AcceptedCosts> costs) {}

    /**
     * Costs of a kind that are accepted.
     *
     * @param most the most of them that is granted
     */
    record AcceptedCosts(String category, @Nullable BigDecimal most) {}

    List<Attachment> attachments() {
        return Objects.requireNonNullElse(scheme.attachments(), List.of());
    }

    /** The declarations it wants, each with its id and words. */
    List<Rule> declarations() {
        return rules().stream().filter(rule -> rule.id() != null).toList();
    }

    /** Whether it wants to know on which days it begins and ends what the money is for. */
    boolean asksDays() {
        return rules().stream().anyMatch(rule -> ABOUT_DAYS.contains(rule.rule()));
    }

    /** Which costs it accepts, by kind, and the most of them; empty when it does not ask. */
    Map<String, Optional<BigDecimal>> acceptedCosts() {
        return rules().stream()
                .map(rule -> Objects.requireNonNullElse(rule.costs(), List.<AcceptedCosts>of()))
                .flatMap(List::stream)
                .collect(
                        Collectors.toMap(
                                AcceptedCosts::category,
                                each -> Optional.ofNullable(each.most()),
                                (one, _) -> one));
    }

    /** Whether it grants a share of the costs, and so wants to know them. */
    boolean asksCost() {
        return scheme.share() != null;
    }

    /** Whether what it grants is de minimis aid. */
    boolean grantsAid() {
        return Boolean.TRUE.equals(scheme.deMinimis());
    }

    private List<Rule> rules() {
        return Objects.requireNonNullElse(scheme.rules(), List.of());
    }

    static Question<CallPart> one(String municipality, String id) {
        return Question.get(
                Backend.GRANTS,
                CallPart.class,
                "/v1/municipalities/{municipality}/calls/{id}",
                Map.of("municipality", municipality, "id", id));
    }
}
