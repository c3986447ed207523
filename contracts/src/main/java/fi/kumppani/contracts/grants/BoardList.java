package fi.kumppani.contracts.grants;

import fi.kumppani.contracts.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What is proposed to a board for a meeting (päätösesityslista).
 *
 * @param id its id
 * @param callId whose applications it is about
 * @param board the board's title
 * @param meetingOn the day of the meeting
 * @param rows how many applications are on it
 * @param proposed what it proposes to grant, in all
 * @param section its number in the minutes; absent until they are recorded
 */
public record BoardList(
        String id,
        String callId,
        String board,
        LocalDate meetingOn,
        int rows,
        Money proposed,
        @Nullable String section) {}
