package fi.kumppani.grants.redress;

/** Why something about redress cannot be so. */
public enum Objection {
    /** A day that has not come. */
    IN_THE_FUTURE,
    /** Before there was a decision to do anything about. */
    BEFORE_DECISION,
    /** Before the ruling that it is about. */
    BEFORE_RULING,
    /** Before the appeal was filed. */
    BEFORE_FILING,
    /** No board takes up what it decided itself. */
    OWN_BOARD,
    /** A board can take a decision up only while it can be claimed against. */
    TOO_LATE,
    /** What is late is not examined. */
    LATE_CLAIM,
    /** It was ruled on before. */
    RULED,
    /** It was not ruled on yet. */
    NOT_RULED,
    /** Nobody rules on a claim against a decision of their own. */
    OWN_DECISION
}
