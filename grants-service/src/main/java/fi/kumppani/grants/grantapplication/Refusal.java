package fi.kumppani.grants.grantapplication;

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
    BUDGET_EXCEEDED
}
