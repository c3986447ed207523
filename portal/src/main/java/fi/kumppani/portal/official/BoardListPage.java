package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Set;

/** A board list: what is proposed, sending it to the board, and what the board resolved. */
@Controller
@RequestMapping("/m/{code}/work/calls/{id}/lists/{list}")
class BoardListPage {

    private static final int ROWS = 50;
    private static final String PRESENTED = "presentation";
    private static final String TAKEN_OFF = "taken-off";
    private static final Set<String> DONE =
            Set.of("started", PRESENTED, TAKEN_OFF, MinutesPage.NAME);

    private final WorkPages pages;
    private final Backends backends;

    BoardListPage(WorkPages pages, Backends backends) {
        this.pages = pages;
        this.backends = backends;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        Versioned<BoardFacts> found = official.person().found(BoardFacts.one(code, id, list));
        WorkCall call = official.person().found(WorkCall.one(code, id)).value();
        Language language = reader.language();
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        pages.frame(code, WorkPages.list(code, id, list), reader, model);
        model.addAttribute("call", call.title().told(language));
        model.addAttribute("lists", WorkPages.call(code, id) + "/lists");
        model.addAttribute("list", found.value().shown(code, language));
        model.addAttribute("seen", found.version());
        model.addAttribute("changeable", found.value().isPreparing() && official.handles());
        model.addAttribute("recordable", found.value().isPresented() && official.decides());
        List<ReasonFacts.Reason> reasons = ReasonFacts.of(code, backends, reader);
        Listing<BoardRowFacts> rows =
                Listed.of(
                        official.person().answer(BoardRowFacts.of(code, id, list, from, ROWS)),
                        model,
                        response);
        model.addAttribute(
                "rows",
                rows.items().stream()
                        .map(row -> BoardRowView.of(code, row, reasons, language))
                        .toList());
        model.addAttribute("next", rows.next());
        model.addAttribute(
                "table",
                "/api/grants/v1/municipalities/%s/calls/%s/board-lists/%s/rows.csv"
                        .formatted(code, id, list));
        return "work-list";
    }

    /**
     * Sends it to the board, or takes an application off it.
     *
     * @param application what to take off; empty to send the list
     * @param seen the version of the list or of the row that was shown
     */
    @PostMapping
    String move(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String application,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        Answer<?> answer =
                application.isEmpty()
                        ? official.person().answer(BoardFacts.present(code, id, list, seen))
                        : official.person()
                                .answer(BoardRowFacts.takeOff(code, id, list, application, seen));
        return Outcome.of(
                answer,
                response,
                _ ->
                        AfterActing.to(
                                WorkPages.list(code, id, list),
                                application.isEmpty() ? PRESENTED : TAKEN_OFF,
                                request),
                () -> {
                    Refusals.put(model, answer);
                    return see(code, id, list, "", "", request, reader, model, response);
                });
    }
}
