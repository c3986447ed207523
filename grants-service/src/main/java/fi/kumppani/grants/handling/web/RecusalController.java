package fi.kumppani.grants.handling.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.handling.ReleaseDisqualified;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.grants.interest.Recusal;
import fi.kumppani.grants.interest.Recusals;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** Who was kept out of handling an application, or left it (jääväys). */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/recusals")
class RecusalController {

    private final JudgeImpartiality impartiality;
    private final Recusals recusals;
    private final ReleaseDisqualified releaseDisqualified;
    private final GrantApplications applications;
    private final Callers callers;

    RecusalController(
            JudgeImpartiality impartiality,
            Recusals recusals,
            ReleaseDisqualified releaseDisqualified,
            GrantApplications applications,
            Callers callers) {
        this.impartiality = impartiality;
        this.recusals = recusals;
        this.releaseDisqualified = releaseDisqualified;
        this.applications = applications;
        this.callers = callers;
    }

    /** All that was written down, in the order of writing. */
    record RecusalsView(List<RecusalView> items) {}

    /**
     * A recusal.
     *
     * @param subject the person, as the identity provider knows them
     * @param ground such as {@code board-seat}
     * @param manner {@code stated}, {@code stopped} or {@code released}
     */
    record RecusalView(String subject, String ground, String manner, Instant at) {

        static RecusalView of(Recusal recusal) {
            return new RecusalView(
                    recusal.subject(),
                    WireCodes.of(recusal.ground()),
                    WireCodes.of(recusal.manner()),
                    recusal.at());
        }
    }

    /** The log, for those who may handle the application themselves. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    RecusalsView all(@PathVariable String id, CurrentUser user) {
        GrantApplication application = callers.handleable(new ApplicationId(id), user).body();
        var _ = releaseDisqualified.releaseFrom(application);
        return new RecusalsView(recusals.of(id).stream().map(RecusalView::of).toList());
    }

    /** Leaves the application to others, for good; said again, nothing changes. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/mine")
    ResponseEntity<Void> recuse(@PathVariable String id, CurrentUser user) {
        GrantApplication application =
                applications
                        .find(new ApplicationId(id))
                        .map(Stored::body)
                        .orElseThrow(Problems::notFound);
        impartiality.recuse(user.subject(), application.matter());
        var _ = releaseDisqualified.releaseFrom(application);
        return ResponseEntity.noContent().build();
    }
}
