package fi.kumppani.grants.ledger.web;

import fi.kumppani.grants.ledger.Account;
import fi.kumppani.grants.ledger.EntryFilter;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.ReadLedger;
import fi.kumppani.grants.ledger.RestateAppropriation;
import fi.kumppani.grants.ledger.Restatement;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.CsvTable;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.Page;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The budget of a call, and how it came to be so. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls/{id}/ledger")
class LedgerController {

    private static final String RESTATE = "grants.ledger.restate";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private static final int AT_ONCE = 200;
    private static final List<String> HEADINGS =
            List.of(
                    "number",
                    "at",
                    "kind",
                    "from",
                    "to",
                    "amount",
                    "operationId",
                    "applicationId",
                    "reason",
                    "decidedIn");

    private final ReadLedger readLedger;
    private final RestateAppropriation restateAppropriation;

    LedgerController(ReadLedger readLedger, RestateAppropriation restateAppropriation) {
        this.readLedger = readLedger;
        this.restateAppropriation = restateAppropriation;
    }

    /** The sums. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    LedgerView sums(@PathVariable String id) {
        return readLedger
                .sums(new LedgerId(id))
                .map(LedgerView::of)
                .orElseThrow(Problems::notFound);
    }

    /** The entries, oldest first; of one account or one application, if that is asked for. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/entries")
    Page<EntryView> entries(
            @PathVariable String id,
            @RequestParam @Nullable String account,
            @RequestParam @Nullable String applicationId,
            Cursor cursor) {
        List<LedgerEntry> found =
                read(
                        id,
                        new EntryFilter(account(account), applicationId),
                        number(cursor.after()),
                        cursor.fetchSize());
        return cursor.page(found, entry -> Long.toString(entry.number())).map(EntryView::of);
    }

    /** All entries for a spreadsheet (RFC 4180, UTF-8 with a byte order mark), oldest first. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/entries.csv")
    void export(@PathVariable String id, HttpServletResponse response) throws IOException {
        List<LedgerEntry> first = read(id, EntryFilter.ANY, 0, AT_ONCE);
        CsvTable.answer(
                response,
                "ledger.csv",
                HEADINGS,
                writer -> {
                    List<LedgerEntry> entries = first;
                    while (!entries.isEmpty()) {
                        entries.stream().map(LedgerController::cells).forEach(writer);
                        entries = read(id, EntryFilter.ANY, entries.getLast().number(), AT_ONCE);
                    }
                });
    }

    private static List<String> cells(LedgerEntry entry) {
        EntryView view = EntryView.of(entry);
        return Stream.of(
                        view.number(),
                        view.at(),
                        view.kind(),
                        view.from(),
                        view.to(),
                        view.amount(),
                        view.operationId(),
                        view.applicationId(),
                        view.reason(),
                        view.decidedIn())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private List<LedgerEntry> read(String id, EntryFilter filter, long after, int most) {
        return readLedger
                .entries(new LedgerId(id), filter, after, most)
                .orElseThrow(Problems::notFound);
    }

    /**
     * States the appropriation anew. Who handles applications does not decide on the budget, so
     * this is for decision makers alone.
     */
    @OpenToRoles(Role.DECISION_MAKER)
    @PostMapping("/restatements")
    @ResponseStatus(HttpStatus.CREATED)
    EntryView restate(
            @PathVariable String id,
            @Valid @RequestBody RestatementRequest request,
            IdempotencyKey key) {
        return switch (restateAppropriation
                .restate(new LedgerId(id), request.restatement(key.uniqueKey(RESTATE)))
                .orElseThrow(Problems::notFound)) {
            case Restatement.Result.Done(var entry) -> EntryView.of(entry);
            case Restatement.Result.Refused(var reason) -> throw refused(reason);
            case Restatement.Result.KeyReused _ -> throw IdempotencyKey.reused();
        };
    }

    private static Problem refused(Restatement.Refusal reason) {
        return Problems.refused(
                reason,
                "appropriation",
                switch (reason) {
                    case BELOW_PROMISED -> "More is promised than there would be";
                    case APPROPRIATION_UNCHANGED -> "It is what it was";
                });
    }

    private static @Nullable Account account(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return WireCodes.read(Account.class, code)
                .orElseThrow(
                        () -> Problems.malformed("account", "unknown", "No account has this name"));
    }

    private static long number(@Nullable String position) {
        if (position == null) {
            return 0;
        }
        if (!NUMBER.matcher(position).matches()) {
            throw Problems.malformed("cursor", "malformed", "Send the cursor as it was given");
        }
        return Long.parseLong(position);
    }
}
