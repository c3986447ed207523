package fi.kumppani.grants.openness;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A decision that everybody may know of.
 *
 * @param terms of its call
 * @param decided the application; of what is in it only some may be told
 * @param applicant who applied, as those who handle it know them; null while the registry has not
 *     told of them. Everybody is told {@link #openly} alone.
 * @param partners those who applied together with them and are named
 * @param paid what has left of the grant
 */
public record OpenDecision(
        CallId call,
        CallTerms terms,
        GrantApplication.Decided decided,
        @Nullable Applicant applicant,
        List<AssociationId> partners,
        Euros paid) {

    /** Copies the list. */
    public OpenDecision {
        partners = List.copyOf(partners);
    }

    /** Who applied, as everybody may know it. */
    public OpenApplicant openly() {
        return OpenApplicant.of(applicant);
    }
}
