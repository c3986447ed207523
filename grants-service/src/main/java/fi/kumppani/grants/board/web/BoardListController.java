package fi.kumppani.grants.board.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import fi.kumppani.grants.board.BoardList;
import fi.kumppani.grants.board.BoardListId;
import fi.kumppani.grants.board.BoardLists;
import fi.kumppani.grants.board.CarryOutBoardList;
import fi.kumppani.grants.board.PendingBoardLists;
import fi.kumppani.grants.board.PrepareBoardList;
import fi.kumppani.grants.board.PresentBoardList;
import fi.kumppani.grants.board.RecordMinutes;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;

/** Board lists of a call, from their preparation to what the minutes say. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls/{id}/board-lists")
class BoardListController {

    private static final String START = "grants.board.start";

    private final GrantCalls calls;
    private final BoardLists lists;
    private final PrepareBoardList prepareBoardList;
    private final PresentBoardList presentBoardList;
    private final RecordMinutes recordMinutes;
    private final CarryOutBoardList carryOutBoardList;
    private final PendingBoardLists pending;
    private final RowPages rowPages;

    BoardListController(
            GrantCalls calls,
            BoardLists lists,
            PrepareBoardList prepareBoardList,
            PresentBoardList presentBoardList,
            RecordMinutes recordMinutes,
            CarryOutBoardList carryOutBoardList,
            PendingBoardLists pending,
            RowPages rowPages) {
        this.calls = calls;
        this.lists = lists;
        this.prepareBoardList = prepareBoardList;
        this.presentBoardList = presentBoardList;
        this.recordMinutes = recordMinutes;
        this.carryOutBoardList = carryOutBoardList;
        this.pending = pending;
        this.rowPages = rowPages;
    }

    /** The lists of a call, in the order they were made. */
    record BoardListList(List<BoardListView> items) {}

    /** The lists of a call. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    BoardListList all(@PathVariable String id) {
        CallId call = new CallId(id);
        if (calls.find(call).isEmpty()) {
            throw Problems.notFound();
        }
        return new BoardListList(lists.ofCall(call).stream().map(BoardListView::of).toList());
    }

    /** Starts an empty list. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PostMapping
    ResponseEntity<BoardListView> start(
            @PathVariable String id,
            @Valid @RequestBody MeetingRequest request,
            IdempotencyKey key) {
        var creation = new Creation(key.uniqueKey(START), key.bodyHash());
        return switch (prepareBoardList
                .start(new CallId(id), request.meeting(), creation)
                .orElseThrow(Problems::notFound)) {
            case BoardLists.Started.Kept(var list) ->
                    ResponseEntity.created(
                                    URI.create(
                                            "/v1/municipalities/"
                                                    + Tenancy.current()
                                                    + "/calls/"
                                                    + id
                                                    + "/board-lists/"
                                                    + list.head().id()))
                            .eTag(ETags.of(list.head().version()))
                            .body(BoardListView.of(list));
            case BoardLists.Started.Refused(var reason) -> throw Problems.refused(reason);
            case BoardLists.Started.KeyReused _ -> throw IdempotencyKey.reused();
        };
    }

    /** A list; if it is being carried out, whoever looks at it helps along. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/{list}")
    ResponseEntity<BoardListView> one(@PathVariable String id, @PathVariable String list) {
        return view(carryOutBoardList.step(listId(id, list)).orElseThrow(Problems::notFound));
    }

    /** Its rows, in the order they were added. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/{list}/rows")
    Page<BoardRowView> rows(
            @PathVariable String id, @PathVariable String list, Cursor cursor, CurrentUser user) {
        return rowPages.whole(find(listId(id, list)), cursor, user);
    }

    /** A list as everybody may read it. */
    record PublicView(@JsonUnwrapped BoardListView list, Page<BoardRowView> page) {}

    /**
     * What is public of it, once it is before the board (kuntalaki 410/2015, 29 § 2 mom.: no secret
     * parts); once the time to claim is over, nothing that can tell of people (140 §).
     */
    @OpenToAll
    @GetMapping("/{list}/public")
    PublicView inPublic(@PathVariable String id, @PathVariable String list, Cursor cursor) {
        BoardList found = find(listId(id, list));
        if (found instanceof BoardList.Preparing) {
            throw Problems.notFound();
        }
        return new PublicView(BoardListView.inPublic(found), rowPages.inPublic(found, cursor));
    }

    /** Has it prepared for another meeting. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/{list}")
    ResponseEntity<BoardListView> reschedule(
            @PathVariable String id,
            @PathVariable String list,
            @Valid @RequestBody MeetingRequest request,
            IfMatch seen) {
        BoardListId about = listId(id, list);
        return switch (prepareBoardList
                .reschedule(about, request.meeting(), seen.version())
                .orElseThrow(Problems::notFound)) {
            case PrepareBoardList.Result.Done _ -> view(find(about));
            case PrepareBoardList.Result.Refused(var reason) -> throw Problems.refused(reason);
            case PrepareBoardList.Result.OfAnotherCall _, PrepareBoardList.Result.NotDecidable _ ->
                    throw new IllegalStateException("Nothing was said of an application");
        };
    }

    /** Sends it to the board; from then on it stays as it is. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/{list}/presentation")
    ResponseEntity<BoardListView> present(
            @PathVariable String id, @PathVariable String list, IfMatch seen, CurrentUser user) {
        BoardListId about = listId(id, list);
        return switch (presentBoardList
                .present(about, seen.version(), user.subject())
                .orElseThrow(Problems::notFound)) {
            case PresentBoardList.Result.Presented _ -> view(find(about));
            case PresentBoardList.Result.Refused(var reason) -> throw Problems.refused(reason);
            case PresentBoardList.Result.OverAvailable(var available) ->
                    throw Problems.refused(
                            "over-available", "The budget has " + available + " available");
            case PresentBoardList.Result.NotDecidable(var application, var reason) ->
                    throw undecidable(application, reason);
            case PresentBoardList.Result.Disqualified(var why) -> throw why.problem();
        };
    }

    /**
     * Takes down what the board resolved. The decisions follow: the first ones at once, all others
     * soon.
     */
    @OpenToRoles(Role.DECISION_MAKER)
    @PutMapping("/{list}/minutes")
    ResponseEntity<BoardListView> record(
            @PathVariable String id,
            @PathVariable String list,
            @Valid @RequestBody MinutesRequest request,
            IfMatch seen,
            CurrentUser user) {
        BoardListId about = listId(id, list);
        return switch (recordMinutes
                .record(
                        about,
                        seen.version(),
                        request.section().strip(),
                        request.resolutions(),
                        request.left(),
                        user.subject())
                .orElseThrow(Problems::notFound)) {
            case RecordMinutes.Result.Recorded _ -> {
                pending.note(about);
                yield view(carryOutBoardList.step(about).orElseThrow(Problems::notFound));
            }
            case RecordMinutes.Result.Refused(var reason) -> throw Problems.refused(reason);
            case RecordMinutes.Result.NotOnTheList(var application) ->
                    throw Problems.invalid(
                            "applicationId", "unknown", application + " is not on the list");
            case RecordMinutes.Result.NotDecidable(var application, var reason) ->
                    throw undecidable(application, reason);
            case RecordMinutes.Result.Disqualified(var why) -> throw why.problem();
            case RecordMinutes.Result.Powerless(var why) -> throw why.problem();
        };
    }

    private static Problem undecidable(ApplicationId application, Refusal reason) {
        return Problems.refused(
                reason, "rows[" + application + "]", "It cannot be decided so as it stands");
    }

    private BoardList find(BoardListId id) {
        return lists.find(id).orElseThrow(Problems::notFound);
    }

    private static BoardListId listId(String call, String list) {
        return new BoardListId(new CallId(call), list);
    }

    private static ResponseEntity<BoardListView> view(BoardList list) {
        return ResponseEntity.ok()
                .eTag(ETags.of(list.head().version()))
                .body(BoardListView.of(list));
    }
}
