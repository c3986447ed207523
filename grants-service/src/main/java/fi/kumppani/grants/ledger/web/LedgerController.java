package fi.kumppani.grants.ledger.web;

import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.ReadLedger;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.regex.Pattern;

/** The budget of a call, and how it came to be so. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls/{id}/ledger")
class LedgerController {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private final ReadLedger readLedger;

    LedgerController(ReadLedger readLedger) {
        this.readLedger = readLedger;
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

    /** The entries, oldest first. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/entries")
    Page<EntryView> entries(@PathVariable String id, Cursor cursor) {
        List<LedgerEntry> found =
                readLedger
                        .entries(new LedgerId(id), number(cursor.after()), cursor.fetchSize())
                        .orElseThrow(Problems::notFound);
        return cursor.page(found, entry -> Long.toString(entry.number())).map(EntryView::of);
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
