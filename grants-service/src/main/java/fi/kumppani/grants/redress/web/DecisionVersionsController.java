package fi.kumppani.grants.redress.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.grants.grantapplication.verdict.MakerBody;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All decisions that were made on an application, each of which took the place of the one before.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/decision/versions")
class DecisionVersionsController {

    private final Callers callers;

    DecisionVersionsController(Callers callers) {
        this.callers = callers;
    }

    /** The decisions, the first one first; the last is in force. */
    record Versions(List<VersionView> items) {}

    /**
     * A decision.
     *
     * @param number counts them, from 1
     * @param cause why it took the place of the one before: {@code claim}, {@code taken-up}, {@code
     *     factual-error} or {@code clerical-error}; absent of the first
     * @param verdict all of it: this is for those who handle the matter
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionView(
            int number,
            @Nullable String cause,
            String outcome,
            VerdictBody verdict,
            MakerBody maker,
            LocalDate decidedOn) {}

    /** The decisions, for those who handle the application. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    Versions all(@PathVariable String id, CurrentUser user) {
        GrantApplication.Decided decided = callers.decidedToHandle(new ApplicationId(id), user);
        List<VersionView> versions = new ArrayList<>();
        Stream.concat(decided.earlier().stream(), Stream.of(decided.decision()))
                .forEach(each -> versions.add(view(versions.size() + 1, each, decided)));
        return new Versions(versions);
    }

    private static VersionView view(
            int number, Decision decision, GrantApplication.Decided decided) {
        RevisionCause cause = decision.cause();
        return new VersionView(
                number,
                cause == null ? null : WireCodes.of(cause),
                decision.outcome(decided.proposal().requested()).code(),
                VerdictBody.of(decision.request().verdict()),
                MakerBody.of(decision.request().maker()),
                decision.request().decidedOn());
    }
}
