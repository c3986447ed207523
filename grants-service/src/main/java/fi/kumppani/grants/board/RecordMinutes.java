package fi.kumppani.grants.board;

import fi.kumppani.grants.board.BoardLists.Sheet;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.PowersToDecide;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.grantapplication.Trial;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whoever records a board's decisions takes down what it resolved of a list. */
@Service
public class RecordMinutes {

    /** The most rows of one list that a board resolves otherwise than as proposed. */
    public static final int MOST_EXCEPTIONS = 500;

    private final BoardLists lists;
    private final BoardRows boardRows;
    private final GrantCalls calls;
    private final GrantApplications applications;
    private final PowersToDecide powers;
    private final Clock clock;

    RecordMinutes(
            BoardLists lists,
            BoardRows boardRows,
            GrantCalls calls,
            GrantApplications applications,
            PowersToDecide powers,
            Clock clock) {
        this.lists = lists;
        this.boardRows = boardRows;
        this.calls = calls;
        this.applications = applications;
        this.powers = powers;
        this.clock = clock;
    }

    /**
     * Takes down what was resolved. The decisions follow when it is carried out, as of the day of
     * the meeting.
     *
     * @param seen the version of the list that was seen
     * @param section its number in the minutes
     * @param exceptions what was resolved otherwise than as proposed; all other rows as proposed
     * @param by who records it, with the board's power on that day and impartial in every row
     * @return empty when there is no such list
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Optional<Result> record(
            BoardListId id,
            long seen,
            String section,
            Map<ApplicationId, Resolution> exceptions,
            List<Minutes.Withdrawal> withdrawals,
            String by) {
        var source = new BoardList.Source(by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var minutes = new Minutes(section, withdrawals, source);
        return lists.find(id)
                .map(
                        list ->
                                obstacle(list, seen, exceptions, minutes)
                                        .orElseGet(() -> keep(id, seen, exceptions, minutes)));
    }

    private Optional<Result> obstacle(
            BoardList list, long seen, Map<ApplicationId, Resolution> exceptions, Minutes minutes) {
        PrepareBoardList.requireVersion(list, seen);
        Optional<Result> notNow = notNow(list);
        if (notNow.isPresent()) {
            return notNow;
        }
        String by = minutes.recorded().by();
        Set<ApplicationId> named = new LinkedHashSet<>(exceptions.keySet());
        minutes.withdrawals().forEach(each -> named.add(each.application()));
        List<Result> found = new ArrayList<>();
        List<Euros> largest = new ArrayList<>(List.of(Euros.ZERO));
        boardRows.forEachPage(
                list,
                rows -> {
                    rows.forEach(row -> named.remove(row.application()));
                    rows.stream()
                            .flatMap(row -> verdict(row, exceptions).stream())
                            .map(Verdict::amount)
                            .filter(amount -> amount.exceeds(largest.getFirst()))
                            .max(Euros::compareTo)
                            .ifPresent(amount -> largest.set(0, amount));
                    if (found.isEmpty()) {
                        boardRows
                                .stop(by, rows)
                                .ifPresent(why -> found.add(new Result.Disqualified(why)));
                    }
                });
        named.stream().findFirst().ifPresent(each -> found.add(new Result.NotOnTheList(each)));
        return found.stream()
                .findFirst()
                .or(() -> powerless(list, by, largest.getFirst()))
                .or(() -> undecidable(list, exceptions));
    }

    private static Optional<Verdict> verdict(
            BoardRow row, Map<ApplicationId, Resolution> exceptions) {
        Resolution exception = exceptions.get(row.application());
        return (exception == null ? row : row.resolved(exception)).verdict();
    }

    private Optional<Result> notNow(BoardList list) {
        return switch (list) {
            case BoardList.Preparing _ -> Optional.of(refused(BoardRefusal.NOT_PRESENTED));
            case BoardList.Recorded _, BoardList.CarriedOut _ ->
                    Optional.of(refused(BoardRefusal.ALREADY_RECORDED));
            case BoardList.Presented presented ->
                    presented.head().meeting().on().isAfter(FinnishTime.today(clock))
                            ? Optional.of(refused(BoardRefusal.MEETING_NOT_HELD))
                            : Optional.empty();
        };
    }

    private Optional<Result> powerless(BoardList list, String by, Euros largest) {
        return powers.lack(
                        list.maker(),
                        by,
                        terms(list).scheme().kind(),
                        largest,
                        list.head().meeting().on())
                .map(Result.Powerless::new);
    }

    /** A board may grant no more than was asked for either, and no more than the call does. */
    private Optional<Result> undecidable(
            BoardList list, Map<ApplicationId, Resolution> exceptions) {
        var found = applications.findAll(exceptions.keySet());
        CallTerms terms = terms(list);
        return exceptions.entrySet().stream()
                .flatMap(
                        each ->
                                each.getValue() instanceof Resolution.Otherwise(var verdict)
                                                && found.containsKey(each.getKey())
                                        ? Trial.obstacle(
                                                found.get(each.getKey()).body(),
                                                verdict,
                                                terms,
                                                clock.instant())
                                                .map(
                                                        reason ->
                                                                new Result.NotDecidable(
                                                                        each.getKey(), reason))
                                                .stream()
                                        : Stream.<Result.NotDecidable>empty())
                .map(Result.class::cast)
                .findFirst();
    }

    private CallTerms terms(BoardList list) {
        return calls.terms(list.head().id().call());
    }

    private Result keep(
            BoardListId id, long seen, Map<ApplicationId, Resolution> exceptions, Minutes minutes) {
        return lists.change(
                        id, exceptions.keySet(), sheet -> keep(sheet, seen, exceptions, minutes))
                .orElseThrow(() -> new IllegalStateException("A list went away"));
    }

    private static SheetMove<Result> keep(
            Sheet sheet, long seen, Map<ApplicationId, Resolution> exceptions, Minutes minutes) {
        PrepareBoardList.requireVersion(sheet.list(), seen);
        if (!(sheet.list() instanceof BoardList.Presented presented)) {
            return SheetMove.stay(refused(BoardRefusal.NOT_PRESENTED));
        }
        BoardList.Recorded recorded = presented.record(minutes);
        List<BoardRow> resolved =
                exceptions.entrySet().stream()
                        .flatMap(
                                each ->
                                        Optional.ofNullable(sheet.rows().get(each.getKey()))
                                                .map(row -> row.resolved(each.getValue()))
                                                .stream())
                        .toList();
        return SheetMove.tell(
                recorded, resolved, new BoardHappening.Recorded(recorded), new Result.Recorded());
    }

    private static Result refused(BoardRefusal reason) {
        return new Result.Refused(reason);
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is taken down. */
        record Recorded() implements Result {}

        /** It stays as it was. */
        record Refused(BoardRefusal reason) implements Result {}

        /** Something is said of an application that is not on the list. */
        record NotOnTheList(ApplicationId application) implements Result {}

        /** An application cannot be decided as the board resolved. */
        record NotDecidable(ApplicationId application, Refusal reason) implements Result {}

        /** Whoever records it must keep out of one of its rows. */
        record Disqualified(Disqualification why) implements Result {}

        /** Whoever records it has no power to for this board. */
        record Powerless(PowerLack why) implements Result {}
    }
}
