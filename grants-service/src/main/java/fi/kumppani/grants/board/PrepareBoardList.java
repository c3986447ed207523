package fi.kumppani.grants.board;

import fi.kumppani.grants.board.BoardLists.Sheet;
import fi.kumppani.grants.board.BoardLists.Started;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.grantapplication.Trial;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.StaleVersionException;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** An officer prepares what is proposed to a board. */
@Service
public class PrepareBoardList {

    /** The most rows that a list has ever had. */
    public static final int MOST_ROWS = 10_000;

    private final BoardLists lists;
    private final GrantCalls calls;
    private final Ids ids;
    private final Clock clock;

    PrepareBoardList(BoardLists lists, GrantCalls calls, Ids ids, Clock clock) {
        this.lists = lists;
        this.calls = calls;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Starts an empty list.
     *
     * @return empty when no such call is published
     */
    public Optional<Started> start(CallId call, BoardList.Meeting meeting, Creation request) {
        return calls.announced(call)
                .map(_ -> lists.start(new BoardListId(call, ids.next()), meeting, request));
    }

    /**
     * Has the list prepared for another meeting.
     *
     * @param seen the version of the list that was seen
     * @return empty when there is no such list
     * @throws StaleVersionException when another version is current
     */
    public Optional<Result> reschedule(BoardListId id, BoardList.Meeting meeting, long seen) {
        return lists.change(
                id,
                List.of(),
                sheet -> {
                    requireVersion(sheet.list(), seen);
                    return sheet.list() instanceof BoardList.Preparing list
                            ? SheetMove.keep(
                                    list.with(list.head().with(meeting)),
                                    List.of(),
                                    new Result.Done())
                            : SheetMove.stay(new Result.Refused(BoardRefusal.NOT_PREPARING));
                });
    }

    /**
     * Proposes something for an application: puts it on the list, or changes its row.
     *
     * @param application of the list's call
     * @param seen the version of the row that was seen; 0 for none
     * @return empty when there is no such list
     * @throws StaleVersionException when the row is in another version
     */
    public Optional<Result> propose(
            BoardListId id, GrantApplication application, Verdict verdict, long seen) {
        CallTerms terms = calls.announced(id.call()).map(GrantCall.Announced::terms).orElse(null);
        if (terms == null || !application.filing().call().equals(id.call())) {
            return Optional.of(new Result.OfAnotherCall());
        }
        Optional<Refusal> obstacle =
                Trial.obstacle(application, verdict, terms, clock.instant())
                        .filter(reason -> reason != Refusal.BEING_SUPPLEMENTED);
        if (obstacle.isPresent()) {
            return Optional.of(new Result.NotDecidable(obstacle.get()));
        }
        ApplicationId about = application.filing().id();
        return lists.change(
                id, List.of(about), sheet -> propose(sheet, application, verdict, seen));
    }

    private static SheetMove<Result> propose(
            Sheet sheet, GrantApplication application, Verdict verdict, long seen) {
        if (!(sheet.list() instanceof BoardList.Preparing list)) {
            return SheetMove.stay(new Result.Refused(BoardRefusal.NOT_PREPARING));
        }
        ApplicationId about = application.filing().id();
        BoardRow before = sheet.rows().get(about);
        if ((before == null || before.isOff() ? 0 : before.version()) != seen) {
            throw new StaleVersionException();
        }
        if (sheet.elsewhere().containsKey(about)) {
            return SheetMove.stay(new Result.Refused(BoardRefusal.ON_ANOTHER_LIST));
        }
        BoardList.Head head = list.head();
        if (before == null && head.positions() >= MOST_ROWS) {
            return SheetMove.stay(new Result.Refused(BoardRefusal.LIST_FULL));
        }
        int last = before == null ? head.positions() + 1 : head.positions();
        BoardRow row =
                before == null
                        ? BoardRow.of(application, last, verdict)
                        : before.proposing(verdict);
        Sums others = before == null || before.isOff() ? head.sums() : head.sums().minus(before);
        return SheetMove.keep(
                list.with(head.with(last, others.plus(row))), List.of(row), new Result.Done());
    }

    /**
     * Takes an application off the list.
     *
     * @param seen the version of the row that was seen
     * @return empty when there is no such list, or no such row on it
     * @throws StaleVersionException when the row is in another version
     */
    public Optional<Result> takeOff(BoardListId id, ApplicationId application, long seen) {
        return lists.<Optional<Result>>change(
                        id, List.of(application), sheet -> takeOff(sheet, application, seen))
                .flatMap(answer -> answer);
    }

    private static SheetMove<Optional<Result>> takeOff(
            Sheet sheet, ApplicationId application, long seen) {
        BoardRow row = sheet.rows().get(application);
        if (row == null || row.isOff()) {
            return SheetMove.stay(Optional.empty());
        }
        if (!(sheet.list() instanceof BoardList.Preparing list)) {
            return SheetMove.stay(Optional.of(new Result.Refused(BoardRefusal.NOT_PREPARING)));
        }
        if (row.version() != seen) {
            throw new StaleVersionException();
        }
        BoardList.Head head = list.head();
        return SheetMove.keep(
                list.with(head.with(head.positions(), head.sums().minus(row))),
                List.of(row.off()),
                Optional.of(new Result.Done()));
    }

    static void requireVersion(BoardList list, long seen) {
        if (list.head().version() != seen) {
            throw new StaleVersionException();
        }
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is kept. */
        record Done() implements Result {}

        /** All stays as it was. */
        record Refused(BoardRefusal reason) implements Result {}

        /** The application answers another call. */
        record OfAnotherCall() implements Result {}

        /** The application cannot be decided so. */
        record NotDecidable(Refusal reason) implements Result {}
    }
}
