package fi.kumppani.grants.call.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.EligibilityRule;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A rule for those who apply.
 *
 * @param rule one of home-here, declaration, not-begun, within-year, one-call-of, at-most,
 *     no-overdue-report, costs-by-kind and together
 * @param id of a declaration only
 * @param statement what is declared; of a declaration only
 * @param kinds of one-call-of only: which kinds of grants; empty for all
 * @param applications of at-most only: how many may be sent to the call
 * @param partners of together only: how many beside the applicant
 * @param costs of costs-by-kind only: which kinds are accepted, and up to how much
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleBody(
        @NotNull String rule,
        @Nullable @Pattern(regexp = SchemeBody.ID) String id,
        @Nullable LocalizedText statement,
        @Nullable @Size(max = 20) List<@NotNull String> kinds,
        @Nullable Integer applications,
        @Nullable Integer partners,
        @Nullable @Size(max = 8) List<@NotNull @Valid CostsBody> costs) {

    /**
     * Costs that are accepted.
     *
     * @param most the most of them that is granted; absent for no such cap
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CostsBody(@NotNull String category, @Nullable Euros most) {}

    private static final String HOME_HERE = "home-here";
    private static final String DECLARATION = "declaration";
    private static final String NOT_BEGUN = "not-begun";
    private static final String WITHIN_YEAR = "within-year";
    private static final String ONE_CALL_OF = "one-call-of";
    private static final String AT_MOST = "at-most";
    private static final String NO_OVERDUE_REPORT = "no-overdue-report";
    private static final String TOGETHER = "together";
    private static final String COSTS_BY_KIND = "costs-by-kind";
    private static final int LONGEST_STATEMENT = 1_000;

    static List<EligibilityRule> read(List<RuleBody> bodies, FieldErrors errors) {
        List<EligibilityRule> rules = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            EligibilityRule read = bodies.get(i).read("scheme.rules[" + i + "]", errors);
            if (read != null) {
                rules.add(read);
            }
        }
        return rules;
    }

    private @Nullable EligibilityRule read(String path, FieldErrors errors) {
        onlyFor(DECLARATION, path + ".id", id, errors);
        onlyFor(DECLARATION, path + ".statement", statement, errors);
        onlyFor(ONE_CALL_OF, path + ".kinds", kinds, errors);
        onlyFor(AT_MOST, path + ".applications", applications, errors);
        onlyFor(TOGETHER, path + ".partners", partners, errors);
        onlyFor(COSTS_BY_KIND, path + ".costs", costs, errors);
        return switch (rule) {
            case HOME_HERE -> new EligibilityRule.HomeHere();
            case NOT_BEGUN -> new EligibilityRule.NotBegun();
            case WITHIN_YEAR -> new EligibilityRule.WithinYear();
            case NO_OVERDUE_REPORT -> new EligibilityRule.NoOverdueReport();
            case COSTS_BY_KIND -> costs(path, errors);
            case DECLARATION -> declaration(path, errors);
            case ONE_CALL_OF -> new EligibilityRule.OneCallOf(kinds(path, errors));
            case AT_MOST -> {
                if (applications == null) {
                    errors.add(path + ".applications", "required", "How many");
                    yield null;
                }
                yield new EligibilityRule.AtMost(applications);
            }
            case TOGETHER -> {
                if (partners == null) {
                    errors.add(path + ".partners", "required", "How many beside the applicant");
                    yield null;
                }
                yield new EligibilityRule.Together(partners);
            }
            default -> {
                errors.add(
                        path + ".rule",
                        "unknown",
                        "One of home-here, declaration, not-begun, within-year, one-call-of,"
                                + " at-most, no-overdue-report, costs-by-kind, together");
                yield null;
            }
        };
    }

    private @Nullable EligibilityRule declaration(String path, FieldErrors errors) {
        if (id == null) {
            errors.add(path + ".id", "required", "What it is called");
        }
        if (statement == null) {
            errors.add(path + ".statement", "required", "What is declared");
        }
        errors.longest(path + ".statement", statement, LONGEST_STATEMENT);
        return id == null || statement == null
                ? null
                : new EligibilityRule.Declaration(id, statement);
    }

    private EligibilityRule costs(String path, FieldErrors errors) {
        List<CostsBody> told = costs == null ? List.of() : costs;
        if (told.isEmpty()) {
            errors.add(path + ".costs", "required", "Which kinds are accepted");
        }
        List<EligibilityRule.AcceptedCosts> read = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            CostCategory category =
                    SchemeBody.code(
                            CostCategory.class,
                            path + ".costs[" + i + "].category",
                            told.get(i).category(),
                            errors);
            if (category != null) {
                read.add(new EligibilityRule.AcceptedCosts(category, told.get(i).most()));
            }
        }
        return new EligibilityRule.CostsByKind(read);
    }

    private Set<GrantKind> kinds(String path, FieldErrors errors) {
        Set<GrantKind> read = EnumSet.noneOf(GrantKind.class);
        if (kinds != null) {
            for (int i = 0; i < kinds.size(); i++) {
                GrantKind kind =
                        SchemeBody.code(
                                GrantKind.class, path + ".kinds[" + i + "]", kinds.get(i), errors);
                if (kind != null) {
                    read.add(kind);
                }
            }
        }
        return read;
    }

    private void onlyFor(String right, String field, @Nullable Object given, FieldErrors errors) {
        if (given != null && !rule.equals(right)) {
            errors.add(field, "not-expected", "Only of rule " + right);
        }
    }

    static RuleBody of(EligibilityRule rule) {
        return switch (rule) {
            case EligibilityRule.HomeHere _ -> plain(HOME_HERE);
            case EligibilityRule.Declaration(var id, var statement) ->
                    new RuleBody(DECLARATION, id, statement, null, null, null, null);
            case EligibilityRule.NotBegun _ -> plain(NOT_BEGUN);
            case EligibilityRule.WithinYear _ -> plain(WITHIN_YEAR);
            case EligibilityRule.OneCallOf(var kinds) ->
                    new RuleBody(
                            ONE_CALL_OF,
                            null,
                            null,
                            kinds.stream().map(WireCodes::of).sorted().toList(),
                            null,
                            null,
                            null);
            case EligibilityRule.AtMost(var most) ->
                    new RuleBody(AT_MOST, null, null, null, most, null, null);
            case EligibilityRule.NoOverdueReport _ -> plain(NO_OVERDUE_REPORT);
            case EligibilityRule.Together(var most) ->
                    new RuleBody(TOGETHER, null, null, null, null, most, null);
            case EligibilityRule.CostsByKind(var kinds) ->
                    new RuleBody(
                            COSTS_BY_KIND,
                            null,
                            null,
                            null,
                            null,
                            null,
                            kinds.stream()
                                    .map(
                                            each ->
                                                    new CostsBody(
                                                            WireCodes.of(each.category()),
                                                            each.most()))
                                    .toList());
        };
    }

    private static RuleBody plain(String rule) {
        return new RuleBody(rule, null, null, null, null, null, null);
    }
}
