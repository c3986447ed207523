package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call as those who handle its applications need it.
 *
 * @param status how far it is, {@code draft} before everybody can read it
 * @param open whether it takes applications now
 * @param year the budget year
 * @param publishAt when a draft is published by itself; null for not before an officer does
 */
public record WorkCall(
        String id,
        String status,
        boolean open,
        LocalizedText title,
        int year,
        BigDecimal budget,
        Instant opensAt,
        Instant closesAt,
        @Nullable Instant publishAt,
        @Nullable Scheme scheme) {

    private static final ParameterizedTypeReference<Listing<WorkCall>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Where the calls of a municipality are. */
    public static final String ALL = "/v1/municipalities/{municipality}/calls";

    /**
     * By which grounds it grants.
     *
     * @param form the id of the form that applicants fill in
     */
    public record Scheme(
            @Nullable List<Criterion> criteria, @Nullable Report report, @Nullable String form) {}

    /**
     * What is reported of the use of a grant.
     *
     * @param samplePercent how many of a hundred reports are checked against their receipts
     */
    public record Report(@Nullable Integer samplePercent) {}

    /**
     * What applications are scored by.
     *
     * @param weight of 100
     * @param mostPoints that a reviewer can give; null for the usual five
     */
    public record Criterion(
            String id, LocalizedText text, int weight, @Nullable Integer mostPoints) {

        private static final int USUAL_POINTS = 5;

        int most() {
            return Objects.requireNonNullElse(mostPoints, USUAL_POINTS);
        }
    }

    /** Whether applicants fill in this form. */
    public boolean asksFor(String form) {
        return scheme != null && form.equals(scheme.form());
    }

    /** Whether grantees report how they used their grants. */
    public boolean asksForReports() {
        return scheme != null && scheme.report() != null;
    }

    /** Whether a sample of the reports is checked against receipts. */
    public boolean drawsReports() {
        Report report = scheme == null ? null : scheme.report();
        return report != null && report.samplePercent() != null && report.samplePercent() > 0;
    }

    List<Criterion> criteria() {
        return scheme == null || scheme.criteria() == null ? List.of() : scheme.criteria();
    }

    /** Asks for those that are announced. */
    public static Question<Listing<WorkCall>> announced(String municipality, String from) {
        return Question.page(
                Backend.GRANTS,
                LISTING,
                ALL + "/announced",
                Map.of("municipality", municipality),
                from,
                WholeList.AT_ONCE);
    }

    /** Asks for one. */
    public static Question<WorkCall> one(String municipality, String id) {
        return Question.get(Backend.GRANTS, WorkCall.class, ALL + "/{id}", at(municipality, id));
    }

    /** Which one of which municipality, for {@link #ALL}{@code /{id}}. */
    public static Map<String, String> at(String municipality, String id) {
        return Map.of("municipality", municipality, "id", id);
    }
}
