package fi.kumppani.grants.board;

import fi.kumppani.grants.board.BoardLists.Sheet;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecideGrantApplication;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the decisions that follow from recorded minutes, some rows at a time. Each is asked for
 * under a key of list and row, so that whoever meets a list that is half carried out finishes it,
 * and each row is decided once, wherever a crash stopped the one before.
 */
@Service
public class CarryOutBoardList {

    private static final int ROWS_A_STEP = 32;

    private final BoardLists lists;
    private final DecideGrantApplication decideGrantApplication;

    CarryOutBoardList(BoardLists lists, DecideGrantApplication decideGrantApplication) {
        this.lists = lists;
        this.decideGrantApplication = decideGrantApplication;
    }

    /** The list, with some more rows carried out if it is recorded and not done. */
    public Optional<BoardList> step(BoardListId id) {
        return lists.find(id)
                .flatMap(
                        list -> {
                            if (!(list instanceof BoardList.Recorded recorded)) {
                                return Optional.of(list);
                            }
                            step(recorded);
                            return lists.find(id);
                        });
    }

    private void step(BoardList.Recorded list) {
        BoardListId id = list.head().id();
        Map<ApplicationId, Ending> endings = new LinkedHashMap<>();
        for (BoardRow row : lists.rows(id, list.upTo(), ROWS_A_STEP)) {
            if (row.isLive()) {
                endings.put(row.application(), carryOut(list, row));
            }
        }
        int upTo = list.upTo() + ROWS_A_STEP;
        var _ = lists.change(id, endings.keySet(), sheet -> keep(sheet, endings, upTo));
    }

    private static SheetMove<Boolean> keep(
            Sheet sheet, Map<ApplicationId, Ending> endings, int upTo) {
        List<BoardRow> changed = new ArrayList<>();
        endings.forEach(
                (application, ending) ->
                        Optional.ofNullable(sheet.rows().get(application))
                                .filter(row -> isNews(row.ending(), ending))
                                .ifPresent(row -> changed.add(row.ended(ending))));
        return switch (sheet.list()) {
            case BoardList.Recorded list when list.upTo() < upTo ->
                    switch (list.carriedOut(upTo)) {
                        case BoardList.CarriedOut done ->
                                SheetMove.tell(
                                        done, changed, new BoardHappening.CarriedOut(done), true);
                        case BoardList next -> SheetMove.keep(next, changed, true);
                    };
            case BoardList list when !changed.isEmpty() -> SheetMove.keep(list, changed, true);
            case BoardList _ -> SheetMove.stay(false);
        };
    }

    /** Of two who carry it out at once, one may be refused what the other then got. */
    private static boolean isNews(@Nullable Ending known, Ending ending) {
        return known == null
                || (known instanceof Ending.LeftOpen && ending instanceof Ending.Decided);
    }

    private Ending carryOut(BoardList.Recorded list, BoardRow row) {
        Optional<Verdict> verdict = row.verdict();
        if (verdict.isEmpty()) {
            return new Ending.LeftOpen(
                    row.resolution() instanceof Resolution.Returned ? "returned" : "tabled");
        }
        var asked =
                new DecisionRequest(
                        verdict.get(),
                        new DecisionMaker(
                                DecisionMaker.Kind.BOARD,
                                list.head().meeting().board(),
                                list.minutes().section()),
                        list.minutes().recorded().by(),
                        list.head().meeting().on(),
                        request(list.head().id(), row));
        return switch (decideGrantApplication
                .decide(row.application(), asked)
                .orElseThrow(() -> new IllegalStateException("A row without an application"))) {
            case DecideGrantApplication.Result.Made(var decided) ->
                    new Ending.Decided(decided.outcome(), decided.decision().granted());
            case DecideGrantApplication.Result.Refused(var reason) ->
                    new Ending.LeftOpen(WireCodes.of(reason));
            case DecideGrantApplication.Result.OverAid _ ->
                    new Ending.LeftOpen(WireCodes.of(Refusal.OVER_DE_MINIMIS));
            case DecideGrantApplication.Result.OwesReport _ ->
                    new Ending.LeftOpen(WireCodes.of(Refusal.REPORT_OVERDUE));
            case DecideGrantApplication.Result.Disqualified _ ->
                    new Ending.LeftOpen("disqualified");
            case DecideGrantApplication.Result.Powerless(var why) ->
                    new Ending.LeftOpen(why.code());
            case DecideGrantApplication.Result.KeyReused _ ->
                    throw new IllegalStateException("A row was resolved in two ways");
        };
    }

    private static Creation request(BoardListId list, BoardRow row) {
        return new Creation("grants.board:" + list + ":" + row.application(), "row");
    }
}
