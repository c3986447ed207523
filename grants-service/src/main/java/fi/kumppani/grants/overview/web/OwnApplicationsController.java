package fi.kumppani.grants.overview.web;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.Mandates;
import fi.kumppani.grants.overview.ListOwnApplications;
import fi.kumppani.grants.overview.OwnApplication;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What whoever asks may look after for associations in matters of grants. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/own-applications")
class OwnApplicationsController {

    private final Mandates mandates;
    private final Applicants applicants;
    private final ListOwnApplications listOwnApplications;

    OwnApplicationsController(
            Mandates mandates, Applicants applicants, ListOwnApplications listOwnApplications) {
        this.mandates = mandates;
        this.applicants = applicants;
        this.listOwnApplications = listOwnApplications;
    }

    /**
     * The associations that the caller may act for, wherever they are at home, and their
     * applications here, the latest first; for people of the municipality, and for others who may
     * act for an association that is at home or has begun something here.
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<OwnView> mine(CurrentUser user) {
        List<AssociationId> associations = mandates.of(user.subject());
        List<OwnApplication> own = listOwnApplications.of(associations);
        Map<AssociationId, Applicant> known = applicants.findAll(associations);
        if (own.isEmpty() && !user.actsIn(Tenancy.current()) && !isAnyAtHome(known.values())) {
            throw Problems.notFound();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(OwnView.of(associations, known, own));
    }

    private static boolean isAnyAtHome(Collection<Applicant> applicants) {
        return applicants.stream()
                .anyMatch(applicant -> applicant.homeMunicipality().equals(Tenancy.current()));
    }
}
