package fi.kumppani.grants.board;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.grantapplication.Trial;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.ReadLedger;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An officer sends a list to its board; from then on it stays as it is. */
@Service
public class PresentBoardList {

    private final BoardLists lists;
    private final BoardRows boardRows;
    private final GrantCalls calls;
    private final GrantApplications applications;
    private final ReadLedger readLedger;
    private final Clock clock;

    PresentBoardList(
            BoardLists lists,
            BoardRows boardRows,
            GrantCalls calls,
            GrantApplications applications,
            ReadLedger readLedger,
            Clock clock) {
        this.lists = lists;
        this.boardRows = boardRows;
        this.calls = calls;
        this.applications = applications;
        this.readLedger = readLedger;
        this.clock = clock;
    }

    /**
     * Sends the list, if every row of it can be decided as proposed and the budget has that much
     * available. Neither is promised by that: both are asked again when it is carried out.
     *
     * @param seen the version of the list that was seen
     * @param by who sends it, impartial in every row
     * @return empty when there is no such list
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Optional<Result> present(BoardListId id, long seen, String by) {
        return lists.find(id).map(list -> present(list, seen, by));
    }

    private Result present(BoardList list, long seen, String by) {
        PrepareBoardList.requireVersion(list, seen);
        if (!(list instanceof BoardList.Preparing preparing)) {
            return new Result.Refused(BoardRefusal.NOT_PREPARING);
        }
        if (preparing.head().meeting().on().isBefore(FinnishTime.today(clock))) {
            return new Result.Refused(BoardRefusal.MEETING_PASSED);
        }
        if (preparing.head().sums().rows() == 0) {
            return new Result.Refused(BoardRefusal.NO_ROWS);
        }
        List<Result> obstacles = new ArrayList<>();
        boardRows.forEachPage(
                preparing,
                rows -> {
                    if (obstacles.isEmpty()) {
                        obstacle(preparing, rows, by).ifPresent(obstacles::add);
                    }
                });
        if (!obstacles.isEmpty()) {
            return obstacles.getFirst();
        }
        Euros available =
                readLedger
                        .sums(new LedgerId(preparing.head().id().call().value()))
                        .map(BudgetLedger::available)
                        .orElse(Euros.ZERO);
        return preparing.head().sums().proposed().exceeds(available)
                ? new Result.OverAvailable(available)
                : keep(preparing.head().id(), seen, by);
    }

    private Optional<Result> obstacle(BoardList list, List<BoardRow> rows, String by) {
        Optional<Disqualification> why = boardRows.stop(by, rows);
        if (why.isPresent()) {
            return Optional.of(new Result.Disqualified(why.get()));
        }
        CallTerms terms = calls.terms(list.head().id().call());
        Instant now = clock.instant();
        Map<ApplicationId, Stored<GrantApplication>> found =
                applications.findAll(rows.stream().map(BoardRow::application).toList());
        for (BoardRow row : rows) {
            Stored<GrantApplication> application = found.get(row.application());
            if (application == null) {
                throw new IllegalStateException("A row without an application");
            }
            Optional<Refusal> reason =
                    Trial.obstacle(application.body(), row.proposal(), terms, now);
            if (reason.isPresent()) {
                return Optional.of(new Result.NotDecidable(row.application(), reason.get()));
            }
        }
        return Optional.empty();
    }

    private Result keep(BoardListId id, long seen, String by) {
        var source = new BoardList.Source(by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return lists.<Result>change(
                        id,
                        List.of(),
                        sheet -> {
                            PrepareBoardList.requireVersion(sheet.list(), seen);
                            if (!(sheet.list() instanceof BoardList.Preparing preparing)) {
                                return SheetMove.stay(
                                        new Result.Refused(BoardRefusal.NOT_PREPARING));
                            }
                            BoardList.Presented presented = preparing.present(source);
                            return SheetMove.tell(
                                    presented,
                                    List.of(),
                                    new BoardHappening.Presented(presented),
                                    new Result.Presented());
                        })
                .orElseThrow(() -> new IllegalStateException("A list went away"));
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is before the board. */
        record Presented() implements Result {}

        /** It stays as it was. */
        record Refused(BoardRefusal reason) implements Result {}

        /** It proposes more than there is. */
        record OverAvailable(Euros available) implements Result {}

        /** An application on it cannot be decided as proposed. */
        record NotDecidable(ApplicationId application, Refusal reason) implements Result {}

        /** Whoever sends it must keep out of one of its rows. */
        record Disqualified(Disqualification why) implements Result {}
    }
}
