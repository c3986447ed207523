package fi.kumppani.grants.recovery;

/** Because of what a grant is claimed back. */
public enum RecoveryGround {
    /** Its use was not reported. */
    NOT_REPORTED,
    /** Its report was rejected, or not approved in full. */
    REPORT_NOT_APPROVED,
    /** It was used for something else. */
    OTHER_PURPOSE,
    /** Its conditions were not kept. */
    CONDITIONS_BROKEN,
    /** It was not used. */
    UNUSED,
    /** It was granted on wrong information. */
    WRONG_INFORMATION,
    /** It was paid in error. */
    PAID_IN_ERROR
}
