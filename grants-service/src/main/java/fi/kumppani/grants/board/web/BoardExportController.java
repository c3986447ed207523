package fi.kumppani.grants.board.web;

import fi.kumppani.grants.board.BoardList;
import fi.kumppani.grants.board.BoardListId;
import fi.kumppani.grants.board.BoardLists;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.CsvTable;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ReaderLanguage;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A board list for a spreadsheet, without its secret parts; written as it is read. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls/{id}/board-lists/{list}/rows.csv")
class BoardExportController {

    private static final int AT_ONCE = 200;
    private static final List<String> HEADINGS =
            List.of(
                    "position",
                    "diaryNumber",
                    "association",
                    "requested",
                    "proposal",
                    "amount",
                    "reasons",
                    "explanation",
                    "resolution",
                    "outcome",
                    "granted",
                    "leftOpen",
                    "disqualified");

    private final BoardLists lists;
    private final RowPages rowPages;

    BoardExportController(BoardLists lists, RowPages rowPages) {
        this.lists = lists;
        this.rowPages = rowPages;
    }

    /** All rows (RFC 4180, UTF-8 with a byte order mark). */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    void export(
            @PathVariable String id,
            @PathVariable String list,
            ReaderLanguage reader,
            CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        BoardList found =
                lists.find(new BoardListId(new CallId(id), list)).orElseThrow(Problems::notFound);
        CsvTable.answer(
                response,
                "board-list.csv",
                HEADINGS,
                writer -> {
                    for (int after = 0; after < found.head().positions(); after += AT_ONCE) {
                        var cursor = new Cursor(Integer.toString(after), AT_ONCE);
                        rowPages.whole(found, cursor, user).items().stream()
                                .map(row -> cells(row, reader))
                                .forEach(writer);
                    }
                });
    }

    private static List<String> cells(BoardRowView row, ReaderLanguage reader) {
        VerdictBody proposal = row.proposal();
        List<String> reasons = proposal == null ? null : proposal.reasons();
        return Stream.of(
                        row.position(),
                        row.diaryNumber(),
                        told(row.associationName(), reader),
                        row.requested(),
                        proposal == null ? null : WireCodes.of(proposal.decision()),
                        proposal == null ? null : proposal.amount(),
                        reasons == null ? null : String.join(" ", reasons),
                        told(proposal == null ? null : proposal.explanation(), reader),
                        row.resolution(),
                        row.outcome(),
                        row.granted(),
                        row.leftOpen(),
                        row.disqualified())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private static @Nullable String told(@Nullable LocalizedText text, ReaderLanguage reader) {
        return text == null ? null : reader.tell(text).text();
    }
}
