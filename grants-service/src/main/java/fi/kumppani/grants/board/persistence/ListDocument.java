package fi.kumppani.grants.board.persistence;

import fi.kumppani.grants.board.BoardList;
import fi.kumppani.grants.board.BoardListId;
import fi.kumppani.grants.board.Minutes;
import fi.kumppani.grants.board.Sums;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.interest.Ground;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** A list as it is kept, under its id; its state follows from what was done. */
record ListDocument(
        String call,
        String board,
        LocalDate meetingOn,
        int positions,
        int rows,
        long proposedCents,
        long version,
        @Nullable SourcePart presented,
        @Nullable MinutesPart minutes,
        int upTo,
        boolean carriedOut) {

    static ListDocument from(BoardList list, long version) {
        return switch (list) {
            case BoardList.Preparing _ -> of(list, version, null, null, 0, false);
            case BoardList.Presented(_, var presented) ->
                    of(list, version, presented, null, 0, false);
            case BoardList.Recorded(_, var presented, var minutes, var upTo) ->
                    of(list, version, presented, minutes, upTo, false);
            case BoardList.CarriedOut(_, var presented, var minutes) ->
                    of(list, version, presented, minutes, list.head().positions(), true);
        };
    }

    private static ListDocument of(
            BoardList list,
            long version,
            BoardList.@Nullable Source presented,
            @Nullable Minutes minutes,
            int upTo,
            boolean carriedOut) {
        BoardList.Head head = list.head();
        return new ListDocument(
                head.id().call().value(),
                head.meeting().board(),
                head.meeting().on(),
                head.positions(),
                head.sums().rows(),
                head.sums().proposed().cents(),
                version,
                presented == null ? null : SourcePart.from(presented),
                minutes == null ? null : MinutesPart.from(minutes),
                upTo,
                carriedOut);
    }

    BoardList toDomain(String id) {
        var head =
                new BoardList.Head(
                        new BoardListId(new CallId(call), id),
                        new BoardList.Meeting(board, meetingOn),
                        positions,
                        new Sums(rows, new Euros(proposedCents)),
                        version);
        if (presented == null) {
            return new BoardList.Preparing(head);
        }
        BoardList.Source source = presented.toDomain();
        if (minutes == null) {
            return new BoardList.Presented(head, source);
        }
        Minutes told = Objects.requireNonNull(minutes).toDomain();
        return carriedOut
                ? new BoardList.CarriedOut(head, source, told)
                : new BoardList.Recorded(head, source, told, upTo);
    }

    record SourcePart(String by, Instant at) {

        static SourcePart from(BoardList.Source source) {
            return new SourcePart(source.by(), source.at());
        }

        BoardList.Source toDomain() {
            return new BoardList.Source(by, at);
        }
    }

    record MinutesPart(String section, List<WithdrawalPart> withdrawals, SourcePart recorded) {

        static MinutesPart from(Minutes minutes) {
            return new MinutesPart(
                    minutes.section(),
                    minutes.withdrawals().stream().map(WithdrawalPart::from).toList(),
                    SourcePart.from(minutes.recorded()));
        }

        Minutes toDomain() {
            return new Minutes(
                    section,
                    withdrawals.stream().map(WithdrawalPart::toDomain).toList(),
                    recorded.toDomain());
        }
    }

    record WithdrawalPart(String application, String ground, int members) {

        static WithdrawalPart from(Minutes.Withdrawal withdrawal) {
            return new WithdrawalPart(
                    withdrawal.application().value(),
                    WireCodes.of(withdrawal.ground()),
                    withdrawal.members());
        }

        Minutes.Withdrawal toDomain() {
            return new Minutes.Withdrawal(
                    new ApplicationId(application),
                    WireCodes.read(Ground.class, ground).orElseThrow(),
                    members);
        }
    }
}
