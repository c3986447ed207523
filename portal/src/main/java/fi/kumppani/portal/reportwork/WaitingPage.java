package fi.kumppani.portal.reportwork;

import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.official.MatterFacts;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.WorkCall;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.ListFiles;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.TablePage;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What waits after the decisions of a call, and since when: reports, changes, claims, accounts. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/calls/{id}/waiting")
class WaitingPage {

    private final WorkPages pages;
    private final ListFiles files;

    WaitingPage(WorkPages pages, ListFiles files) {
        this.pages = pages;
        this.files = files;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        WorkCall call = official.person().found(WorkCall.one(code, id)).value();
        String filter = MatterList.filter(of);
        String path = WorkPages.call(code, id) + "/waiting";
        TablePage<MatterFacts> list =
                MatterList.columns()
                        .page(
                                MatterList.passing(
                                        Listed.whole(
                                                MatterFacts.toOrder(code, id, official.person()),
                                                model,
                                                response),
                                        filter),
                                new Columns.Asked(path, Map.of("of", filter), sort, page));
        pages.frame(code, path, reader, model);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("callHref", WorkPages.call(code, id));
        model.addAttribute("filters", MatterList.FILTERS);
        model.addAttribute("filter", filter);
        model.addAttribute("list", list);
        model.addAttribute(
                "rows",
                list.rows().stream().map(each -> each.shown(code, reader.language())).toList());
        model.addAttribute("draws", call.drawsReports());
        model.addAttribute(
                "table",
                "/api/grants/v1/municipalities/%s/calls/%s/matters.csv".formatted(code, id));
        return "call-waiting";
    }

    /** The same list, all pages of it, as a file. */
    @GetMapping(TablePage.FILES)
    void export(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        Official official = pages.official(code, request, reader);
        Listing<MatterFacts> found =
                PageSubject.of(MatterFacts.toOrder(code, id, official.person()));
        UnaryOperator<String> words = files.words(reader.language());
        files.answer(
                response,
                new ListFiles.Table(
                        "waiting." + format,
                        MatterList.HEADINGS,
                        MatterList.columns()
                                .sorted(
                                        MatterList.passing(found.items(), MatterList.filter(of)),
                                        sort)
                                .stream()
                                .map(each -> MatterList.cells(each, words))
                                .toList(),
                        found.next() != null),
                reader.language());
    }
}
