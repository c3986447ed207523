package fi.kumppani.grants.overview;

import fi.kumppani.grants.grantapplication.GrantApplication;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Something about a decided application that waits for those who handle it.
 *
 * @param decided the application
 * @param kind what waits
 * @param number which of several, from 1; 0 where there is but one
 * @param since the first day it waited; null while that is not known
 */
public record Matter(
        GrantApplication.Decided decided, Kind kind, int number, @Nullable LocalDate since) {

    /** What waits. */
    public enum Kind {
        /** The party was not told of the decision. */
        DECISION_UNTOLD,
        /** A report waits for the first of two to check it. */
        REPORT_HANDED_IN,
        /** A report waits for the second of two. */
        REPORT_CHECKED,
        /** A report was not handed in, and its day has passed. */
        REPORT_OVERDUE,
        /** Other terms are asked for. */
        CHANGE_ASKED,
        /** A claim for a revised decision, or what a board took up, waits for a ruling. */
        REDRESS_OPEN,
        /** It is not known when who claimed was told of the ruling. */
        RULING_UNTOLD,
        /** It is proposed to claim something back, and everybody was heard. */
        RECOVERY_PROPOSED,
        /** Something that was claimed back is not paid, and its day has passed. */
        RECOVERY_OVERDUE,
        /** A bank account waits for a second person. */
        ACCOUNT_PROPOSED
    }
}
