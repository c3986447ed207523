package fi.kumppani.portal.reportwork;

import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.official.MatterFacts;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.WorkCall;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** What waits after the decisions of a call, and since when: reports, changes, claims, accounts. */
@Controller
@WritesForms
class WaitingPage {

    private static final String ALL = "all";
    private static final List<String> FILTERS =
            List.of(ALL, "report", "change", "redress", "recovery", "account");

    private final WorkPages pages;

    WaitingPage(WorkPages pages) {
        this.pages = pages;
    }

    @GetMapping("/m/{code}/work/calls/{id}/waiting")
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = ALL) String of,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        WorkCall call = official.person().found(WorkCall.one(code, id)).value();
        String filter = FILTERS.contains(of) ? of : ALL;
        Listing<MatterFacts> found =
                Listed.of(MatterFacts.of(code, id, from, official.person()), model, response);
        String path = WorkPages.call(code, id) + "/waiting";
        pages.frame(code, path, reader, model);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("callHref", WorkPages.call(code, id));
        model.addAttribute("filters", FILTERS);
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows",
                found.items().stream()
                        .filter(each -> filter.equals(ALL) || isOf(filter, each.what()))
                        .map(each -> each.shown(code, reader.language()))
                        .toList());
        model.addAttribute("next", found.next());
        model.addAttribute("draws", call.drawsReports());
        model.addAttribute(
                "table",
                "/api/grants/v1/municipalities/%s/calls/%s/matters.csv".formatted(code, id));
        return "call-waiting";
    }

    private static boolean isOf(String filter, String what) {
        return what.startsWith(filter) || (filter.equals("redress") && what.endsWith("-untold"));
    }
}
