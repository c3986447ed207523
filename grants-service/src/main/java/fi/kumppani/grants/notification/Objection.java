package fi.kumppani.grants.notification;

/** Why a statement cannot be true; its name in kebab case is the code in the problem detail. */
public enum Objection {
    /** Nobody was told before there was a decision. */
    BEFORE_DECISION,
    /** It has not happened yet. */
    IN_THE_FUTURE,
    /** It cannot have arrived before it was sent. */
    BEFORE_SENDING,
    /** It cannot have arrived, since nothing was sent. */
    NOT_SENT
}
