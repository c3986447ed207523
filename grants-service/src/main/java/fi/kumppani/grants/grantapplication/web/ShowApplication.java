package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.ConcealApplicant;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.security.CurrentUser;

import org.springframework.stereotype.Component;

/** Shows an application as far as a blind review lets its reader know who applies. */
@Component
class ShowApplication {

    private final Callers callers;
    private final ConcealApplicant concealApplicant;

    ShowApplication(Callers callers, ConcealApplicant concealApplicant) {
        this.callers = callers;
        this.concealApplicant = concealApplicant;
    }

    ApplicationView to(CurrentUser user, GrantApplication application) {
        ApplicationView whole = ApplicationView.of(application);
        return switch (callers.sight(user, application)) {
            case WHOLE -> whole;
            case WITHOUT_APPLICANT -> whole.concealed(concealApplicant.conceal(application));
        };
    }
}
