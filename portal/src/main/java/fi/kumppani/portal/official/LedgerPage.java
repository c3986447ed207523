package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The budget of a call: its sums, and every entry by which it came to be so. */
@Controller
class LedgerPage {

    private static final int ROWS = 100;
    private static final String ALL = "all";
    private static final List<String> ACCOUNTS =
            List.of(ALL, "available", "reserved", "granted", "paid", "returned");
    private static final Set<String> KINDS =
            Set.of(
                    "appropriated",
                    "raised",
                    "lowered",
                    "reserved",
                    "granted",
                    "released",
                    "paid",
                    "reversed",
                    "returned");

    private final WorkPages pages;

    LedgerPage(WorkPages pages) {
        this.pages = pages;
    }

    /**
     * An entry in words.
     *
     * @param href the application it is about
     * @param why why the appropriation was stated anew, and where that was decided
     */
    record Row(
            long number, String at, String kind, String amount, @Nullable String href, String why) {

        static Row of(String code, LedgerFacts.Entry entry, Language language) {
            return new Row(
                    entry.number(),
                    Formats.moment(entry.at(), language),
                    KINDS.contains(entry.kind()) ? entry.kind() : "other",
                    Formats.euros(entry.amount()),
                    entry.applicationId() == null
                            ? null
                            : WorkPages.application(code, entry.applicationId()),
                    Stream.of(entry.reason(), entry.decidedIn())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")));
        }
    }

    @GetMapping("/m/{code}/work/calls/{id}/ledger")
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = ALL) String account,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        WorkCall call = official.person().found(WorkCall.one(code, id)).value();
        LedgerFacts sums = official.person().found(LedgerFacts.of(code, id)).value();
        String filter = ACCOUNTS.contains(account) ? account : ALL;
        Listing<LedgerFacts.Entry> entries =
                Listed.of(
                        official.person()
                                .answer(
                                        LedgerFacts.entries(
                                                code,
                                                id,
                                                filter.equals(ALL) ? "" : filter,
                                                from,
                                                ROWS)),
                        model,
                        response);
        model.addAttribute("filters", ACCOUNTS);
        model.addAttribute("filter", filter);
        pages.frame(code, WorkPages.call(code, id) + "/ledger", reader, model);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("callHref", WorkPages.call(code, id));
        model.addAttribute("sums", sums(sums));
        model.addAttribute(
                "rows",
                entries.items().stream()
                        .map(entry -> Row.of(code, entry, reader.language()))
                        .toList());
        model.addAttribute("next", entries.next());
        model.addAttribute(
                "table",
                "/api/grants/v1/municipalities/%s/calls/%s/ledger/entries.csv".formatted(code, id));
        return "work-ledger";
    }

    /** The sums by account, in the order money moves. */
    private static Map<String, String> sums(LedgerFacts facts) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        sums.put("appropriation", facts.appropriation());
        sums.put("available", facts.available());
        sums.put("reserved", facts.reserved());
        sums.put("granted", facts.granted());
        sums.put("paid", facts.paid());
        sums.put("returned", facts.returned());
        Map<String, String> told = new LinkedHashMap<>();
        sums.forEach((account, sum) -> told.put(account, Formats.euros(sum)));
        return told;
    }
}
