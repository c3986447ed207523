package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.ListFiles;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.TablePage;
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

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The budget of a call: its sums, and every entry by which it came to be so. */
@Controller
class LedgerPage {

    private static final String ALL = "all";
    private static final List<String> ACCOUNTS =
            List.of(ALL, "available", "reserved", "granted", "paid", "returned");

    private final WorkPages pages;
    private final ListFiles files;

    LedgerPage(WorkPages pages, ListFiles files) {
        this.pages = pages;
        this.files = files;
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
                    LedgerList.kind(entry),
                    Formats.euros(entry.amount()),
                    entry.applicationId() == null
                            ? null
                            : WorkPages.application(code, entry.applicationId()),
                    LedgerList.why(entry));
        }
    }

    @GetMapping("/m/{code}/work/calls/{id}/ledger")
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = ALL) String account,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        WorkCall call = official.person().found(WorkCall.one(code, id)).value();
        LedgerFacts sums = official.person().found(LedgerFacts.of(code, id)).value();
        String filter = filter(account);
        String path = WorkPages.call(code, id) + "/ledger";
        TablePage<LedgerFacts.Entry> list =
                LedgerList.columns()
                        .page(
                                Listed.whole(entries(code, id, filter, official), model, response),
                                new Columns.Asked(path, Map.of("account", filter), sort, page));
        model.addAttribute("list", list);
        model.addAttribute("filters", ACCOUNTS);
        model.addAttribute("filter", filter);
        pages.frame(code, path, reader, model);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("callHref", WorkPages.call(code, id));
        model.addAttribute("sums", sums(sums));
        model.addAttribute(
                "rows",
                list.rows().stream().map(entry -> Row.of(code, entry, reader.language())).toList());
        model.addAttribute(
                "table",
                "/api/grants/v1/municipalities/%s/calls/%s/ledger/entries.csv".formatted(code, id));
        return "work-ledger";
    }

    /** The same list, all pages of it, as a file. */
    @GetMapping("/m/{code}/work/calls/{id}/ledger" + TablePage.FILES)
    void export(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(defaultValue = ALL) String account,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        Official official = pages.official(code, request, reader);
        Listing<LedgerFacts.Entry> found =
                PageSubject.of(entries(code, id, filter(account), official));
        UnaryOperator<String> words = files.words(reader.language());
        files.answer(
                response,
                new ListFiles.Table(
                        "entries." + format,
                        LedgerList.HEADINGS,
                        LedgerList.columns().sorted(found.items(), sort).stream()
                                .map(entry -> LedgerList.cells(entry, words))
                                .toList(),
                        found.next() != null),
                reader.language());
    }

    private static String filter(String account) {
        return ACCOUNTS.contains(account) ? account : ALL;
    }

    private static Answer<Listing<LedgerFacts.Entry>> entries(
            String code, String id, String filter, Official official) {
        String account = filter.equals(ALL) ? "" : filter;
        return WholeList.toOrder(
                official.person(),
                from -> LedgerFacts.entries(code, id, account, from, WholeList.AT_ONCE));
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
