package fi.kumppani.grants.board.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.board.BoardList;
import fi.kumppani.grants.board.Minutes;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A board list without its rows.
 *
 * @param state where it stands, from {@code preparing} to {@code carried-out}
 * @param rows how many applications are on it
 * @param proposed what it proposes to grant, in all
 * @param presentedBy who sent it to the board, as the identity provider knows them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoardListView(
        String id,
        String callId,
        String board,
        LocalDate meetingOn,
        String state,
        int rows,
        Euros proposed,
        @Nullable Instant presentedAt,
        @Nullable String presentedBy,
        @Nullable MinutesView minutes) {

    /**
     * What the minutes say of the list as a whole.
     *
     * @param recordedBy who took it down, as the identity provider knows them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MinutesView(
            String section,
            List<MinutesRequest.WithdrawalBody> withdrawals,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    static BoardListView of(BoardList list) {
        return of(list, true);
    }

    /** The same without who did what. */
    static BoardListView inPublic(BoardList list) {
        return of(list, false);
    }

    private static BoardListView of(BoardList list, boolean inside) {
        return switch (list) {
            case BoardList.Preparing _ -> of(list, "preparing", null, null, inside);
            case BoardList.Presented(_, var presented) ->
                    of(list, "presented", presented, null, inside);
            case BoardList.Recorded(_, var presented, var minutes, _) ->
                    of(list, "recorded", presented, minutes, inside);
            case BoardList.CarriedOut(_, var presented, var minutes) ->
                    of(list, "carried-out", presented, minutes, inside);
        };
    }

    private static BoardListView of(
            BoardList list,
            String state,
            BoardList.@Nullable Source presented,
            @Nullable Minutes minutes,
            boolean inside) {
        BoardList.Head head = list.head();
        return new BoardListView(
                head.id().value(),
                head.id().call().value(),
                head.meeting().board(),
                head.meeting().on(),
                state,
                head.sums().rows(),
                head.sums().proposed(),
                presented == null ? null : presented.at(),
                presented == null || !inside ? null : presented.by(),
                minutes == null
                        ? null
                        : new MinutesView(
                                minutes.section(),
                                minutes.withdrawals().stream()
                                        .map(MinutesRequest.WithdrawalBody::of)
                                        .toList(),
                                minutes.recorded().at(),
                                inside ? minutes.recorded().by() : null));
    }
}
