package fi.kumppani.grants.board.web;

import fi.kumppani.grants.board.BoardList;
import fi.kumppani.grants.board.BoardListId;
import fi.kumppani.grants.board.BoardLists;
import fi.kumppani.grants.board.BoardRow;
import fi.kumppani.grants.board.PrepareBoardList;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is proposed for an application. */
@RestController
@RequestMapping(
        "/v1/municipalities/{municipality}/calls/{id}/board-lists/{list}/rows/{application}")
class BoardRowController {

    private final BoardLists lists;
    private final PrepareBoardList prepareBoardList;
    private final Callers callers;
    private final RowPages rowPages;

    BoardRowController(
            BoardLists lists,
            PrepareBoardList prepareBoardList,
            Callers callers,
            RowPages rowPages) {
        this.lists = lists;
        this.prepareBoardList = prepareBoardList;
        this.callers = callers;
        this.rowPages = rowPages;
    }

    /** The row of an application. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    ResponseEntity<BoardRowView> one(
            @PathVariable String id,
            @PathVariable String list,
            @PathVariable String application,
            CurrentUser user) {
        return view(listId(id, list), new ApplicationId(application), user);
    }

    /** Proposes something: in version 0 it is put on the list, later changed. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping
    ResponseEntity<BoardRowView> propose(
            @PathVariable String id,
            @PathVariable String list,
            @PathVariable String application,
            @Valid @RequestBody VerdictBody proposal,
            IfMatch seen,
            CurrentUser user) {
        var about = new ApplicationId(application);
        var found = callers.handleable(about, user).body();
        answer(
                prepareBoardList
                        .propose(listId(id, list), found, proposal.verdict(), seen.version())
                        .orElseThrow(Problems::notFound));
        return view(listId(id, list), about, user);
    }

    /** Takes it off the list. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @DeleteMapping
    ResponseEntity<Void> takeOff(
            @PathVariable String id,
            @PathVariable String list,
            @PathVariable String application,
            IfMatch seen,
            CurrentUser user) {
        var about = new ApplicationId(application);
        var _ = callers.handleable(about, user);
        answer(
                prepareBoardList
                        .takeOff(listId(id, list), about, seen.version())
                        .orElseThrow(Problems::notFound));
        return ResponseEntity.noContent().build();
    }

    private static void answer(PrepareBoardList.Result result) {
        switch (result) {
            case PrepareBoardList.Result.Done _ -> {
                // The caller shows what there is now.
            }
            case PrepareBoardList.Result.Refused(var reason) -> throw Problems.refused(reason);
            case PrepareBoardList.Result.NotDecidable(var reason) -> throw Problems.refused(reason);
            case PrepareBoardList.Result.OfAnotherCall _ ->
                    throw Problems.refused("other-call", "The application answers another call");
        }
    }

    private ResponseEntity<BoardRowView> view(
            BoardListId id, ApplicationId application, CurrentUser user) {
        BoardList list = lists.find(id).orElseThrow(Problems::notFound);
        BoardRow row =
                lists.row(id, application)
                        .filter(found -> !found.isOff())
                        .orElseThrow(Problems::notFound);
        BoardRowView view = rowPages.one(list, row, user);
        return ResponseEntity.ok().eTag(ETags.of(row.version())).body(view);
    }

    private static BoardListId listId(String call, String list) {
        return new BoardListId(new CallId(call), list);
    }
}
