package fi.kumppani.grants.casemanagement;

/** Why a case does not move as asked; its name in kebab case is the reason code. */
public enum CaseRefusal {
    /** A draft that was not handed in has no case. */
    NOT_SUBMITTED,
    /** The applicant took it back. */
    WITHDRAWN,
    /** The application goes on under another call. */
    TRANSFERRED,
    /** The application's case was opened under another number. */
    OPENED_OTHERWISE,
    /** Another application has this case number. */
    CASE_NUMBER_TAKEN,
    /** The case-management system has told no number yet. */
    CASE_NOT_OPENED,
    /** Nothing is proposed. */
    NOTHING_PROPOSED,
    /** The case-management system has the proposal; it has to give it back first. */
    PROPOSAL_SENT,
    /** It is about another proposal than the latest. */
    PROPOSAL_OUTDATED,
    /** The case was decided before. */
    ALREADY_DECIDED
}
