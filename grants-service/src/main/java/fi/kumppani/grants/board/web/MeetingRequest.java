package fi.kumppani.grants.board.web;

import fi.kumppani.grants.board.BoardList;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;

/**
 * For which meeting a list is prepared.
 *
 * @param board the board's title
 * @param meetingOn the day of the meeting
 */
record MeetingRequest(@NotBlank @Size(max = 120) String board, @NotNull LocalDate meetingOn) {

    BoardList.Meeting meeting() {
        return new BoardList.Meeting(board.strip(), meetingOn);
    }
}
