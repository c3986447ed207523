package fi.kumppani.grants.board;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.interest.Ground;

import java.util.List;

/**
 * What the minutes (pöytäkirja) say of a list as a whole.
 *
 * @param section its number in the minutes, such as {@code § 44}
 * @param withdrawals members who left the meeting because they were disqualified
 * @param recorded by whom and when
 */
public record Minutes(String section, List<Withdrawal> withdrawals, BoardList.Source recorded) {

    /** The most withdrawals of one meeting. */
    public static final int MOST_WITHDRAWALS = 100;

    /** Copies the list. */
    public Minutes {
        withdrawals = List.copyOf(withdrawals);
    }

    /**
     * That members left the meeting for a row; who they were stands in the minutes alone.
     *
     * @param application the row's
     * @param ground why
     * @param members how many, at least one
     */
    public record Withdrawal(ApplicationId application, Ground ground, int members) {}
}
