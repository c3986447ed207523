package fi.kumppani.grants.elsewhere.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.elsewhere.DecidedElsewhere;
import fi.kumppani.grants.elsewhere.ReadDecidedElsewhere;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/** What other municipalities have decided about an applicant in the same budget year. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/decided-elsewhere")
class ElsewhereController {

    private final ReadDecidedElsewhere readDecidedElsewhere;
    private final GrantCalls calls;
    private final Callers callers;

    ElsewhereController(
            ReadDecidedElsewhere readDecidedElsewhere, GrantCalls calls, Callers callers) {
        this.readDecidedElsewhere = readDecidedElsewhere;
        this.calls = calls;
        this.callers = callers;
    }

    /** The latest decision first. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    Elsewhere all(@PathVariable String id, CurrentUser user) {
        GrantApplication application = callers.handleable(new ApplicationId(id), user).body();
        callers.requireToldWhoApplies(application, user);
        GrantKind kind = calls.terms(application.filing().call()).scheme().kind();
        List<DecidedElsewhere> found = readDecidedElsewhere.of(application);
        return new Elsewhere(
                application.filing().year(),
                found.stream().map(DecidedElsewhere::granted).reduce(Euros.ZERO, Euros::plus),
                found.stream().map(each -> ElsewhereRow.of(each, kind)).toList());
    }

    /**
     * What was decided elsewhere.
     *
     * @param granted in all
     */
    record Elsewhere(int year, Euros granted, List<ElsewhereRow> items) {}

    /**
     * A decision of another municipality.
     *
     * @param kind of its call; absent while that was not told
     * @param isSameKind whether the call at hand is of that kind too
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ElsewhereRow(
            String municipality,
            @Nullable LocalizedText callTitle,
            @Nullable String kind,
            boolean isSameKind,
            Euros requested,
            Euros granted,
            String outcome,
            LocalDate decidedOn) {

        static ElsewhereRow of(DecidedElsewhere decided, GrantKind own) {
            return new ElsewhereRow(
                    decided.municipality().value(),
                    decided.call(),
                    decided.kind() == null ? null : WireCodes.of(decided.kind()),
                    decided.kind() == own,
                    decided.requested(),
                    decided.granted(),
                    decided.outcome().code(),
                    decided.decidedOn());
        }
    }
}
