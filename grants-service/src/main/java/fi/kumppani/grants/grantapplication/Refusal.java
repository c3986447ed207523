package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.scheme.Objection;

/** Why an application does not move as asked; its name in kebab case is the reason code. */
public enum Refusal {
    /** The registry has not told of this association, or not yet. */
    ASSOCIATION_UNKNOWN,
    /** The association is dissolved or passive. */
    ASSOCIATION_NOT_ACTIVE,
    /** The call is not for associations of this form. */
    FORM_NOT_ELIGIBLE,
    /** Applications are not taken yet. */
    CALL_NOT_OPEN_YET,
    /** Applications are not taken any more. */
    CALL_CLOSED,
    /** More than the call's cap for one application is asked for or would be granted. */
    OVER_CAP,
    /** Everything is granted, and this round takes applications only if money is left. */
    MONEY_SPENT,
    /** More than the call grants one applicant is asked for. */
    OVER_CAP_PER_APPLICANT,
    /** More than the call grants for so many events is asked for. */
    OVER_CAP_PER_EVENT,
    /** The call grants a share of the costs, and the whole cost is not told. */
    TOTAL_COST_MISSING,
    /** More than the share of the costs that the call grants is asked for. */
    OVER_SHARE,
    /** It costs more than the call supports. */
    COSTS_TOO_HIGH,
    /** More would be granted than was asked for. */
    OVER_REQUESTED,
    /** The draft was handed in before and can no longer be changed. */
    ALREADY_SUBMITTED,
    /** A draft that was not handed in cannot be decided. */
    NOT_SUBMITTED,
    /** The application was decided before. */
    ALREADY_DECIDED,
    /** Who may act for the applicant must not decide (hallintolaki 434/2003, 28 §). */
    DISQUALIFIED,
    /** The call's budget does not suffice. */
    BUDGET_EXCEEDED;

    static Refusal because(Objection objection) {
        return switch (objection) {
            case OVER_CAP -> OVER_CAP;
            case OVER_CAP_PER_APPLICANT -> OVER_CAP_PER_APPLICANT;
            case OVER_CAP_PER_EVENT -> OVER_CAP_PER_EVENT;
            case TOTAL_COST_MISSING -> TOTAL_COST_MISSING;
            case OVER_SHARE -> OVER_SHARE;
            case COSTS_TOO_HIGH -> COSTS_TOO_HIGH;
        };
    }
}
