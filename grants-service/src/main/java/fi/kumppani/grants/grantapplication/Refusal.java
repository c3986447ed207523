package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.eligibility.Reason;

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
    /** The call wants to know costs by kind. */
    COSTS_MISSING,
    /** It has costs of a kind that the call does not support. */
    COST_NOT_ACCEPTED,
    /** More is asked for than the call accepts of the costs. */
    OVER_ACCEPTED_COSTS,
    /** More would be granted for a kind of costs than was applied for, or than the call accepts. */
    OVER_COSTS,
    /** The call is for associations of this municipality. */
    HOME_ELSEWHERE,
    /** The call wants to know when it begins and ends. */
    DATES_MISSING,
    /** Nothing is granted afterwards. */
    ALREADY_BEGUN,
    /** It is not used within the budget year. */
    OUTSIDE_YEAR,
    /** The association applies to another call of which it may have only one. */
    FUNDED_FROM_ANOTHER_CALL,
    /** The association has sent as many applications to the call as it may. */
    ALREADY_APPLIED,
    /** A declaration that the call wants is not given. */
    NOT_DECLARED,
    /** The call is for those who apply alone. */
    NO_CONSORTIUM,
    /** More apply together than the call allows. */
    TOO_MANY_PARTNERS,
    /** One of those who apply together could not apply alone. */
    PARTNER_NOT_ELIGIBLE,
    /** One of those who are to apply together has not said that it takes part. */
    PARTNER_NOT_JOINED,
    /** The report of an earlier grant is overdue. */
    REPORT_OVERDUE,
    /** The form of the call is not filled in as it asks. */
    FORM_INCOMPLETE,
    /** More would be granted than was asked for. */
    OVER_REQUESTED,
    /** The draft was handed in before and can no longer be changed. */
    ALREADY_SUBMITTED,
    /** A draft that was not handed in cannot be decided. */
    NOT_SUBMITTED,
    /** The applicant is completing it, and still has time. */
    BEING_SUPPLEMENTED,
    /** Nothing is asked to be completed. */
    NO_SUPPLEMENT_ASKED,
    /** The time to complete it has passed. */
    SUPPLEMENT_LATE,
    /** The applicant took it back. */
    WITHDRAWN,
    /** It goes on under another call. */
    TRANSFERRED,
    /** It is under this call already. */
    SAME_CALL,
    /** The application was decided before. */
    ALREADY_DECIDED,
    /** There is no decision that could be replaced. */
    NOT_DECIDED,
    /** Somebody else is replacing the decision just now. */
    BEING_REVISED,
    /** Another decision took the place of the one that was to be replaced. */
    ALREADY_REVISED,
    /** What came with an import of history is as it was. */
    IMPORTED,
    /** The grantee declined what was granted. */
    DECLINED,
    /** What is paid cannot be taken out of a grant; it has to be recovered first. */
    ALREADY_PAID,
    /** More de minimis aid than the applicant can have in three years. */
    OVER_DE_MINIMIS,
    /** The applicant has not declared what de minimis aid it has from others. */
    DE_MINIMIS_UNDECLARED,
    /** The call's budget does not suffice. */
    BUDGET_EXCEEDED;

    /** Every reason of the rules refuses under its own name. */
    static Refusal because(Reason reason) {
        return valueOf(reason.name());
    }
}
