package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.kit.store.Creation;

import java.time.LocalDate;

/**
 * A decision maker's request to decide.
 *
 * @param verdict what is to be decided
 * @param maker in which capacity it is decided
 * @param decidedBy who decides, as the identity provider's opaque {@code sub}
 * @param decidedOn the day of the decision in Europe/Helsinki
 * @param request the request, so that it can be sent again
 */
public record DecisionRequest(
        Verdict verdict,
        DecisionMaker maker,
        String decidedBy,
        LocalDate decidedOn,
        Creation request) {

    /** The same for a call that gives de minimis aid, or as it is for another. */
    DecisionRequest under(CallTerms call) {
        return call.scheme().deMinimis()
                ? new DecisionRequest(verdict.asAid(), maker, decidedBy, decidedOn, request)
                : this;
    }
}
