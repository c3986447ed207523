package fi.kumppani.portal.reportwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.Refusals;
import fi.kumppani.portal.official.WorkCall;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.WritesForms;
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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which reports of a call are checked against their receipts: drawn by lot, and drawn openly. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/calls/{id}/report-sample")
class SamplePage {

    private static final String DRAWN = "drawn";
    private static final String PATH = WorkCall.ALL + "/{id}/report-sample";
    private static final Refusals REFUSALS = new Refusals(CheckFields.FAMILY, Set.of(), Map.of());

    private final WorkPages pages;

    SamplePage(WorkPages pages) {
        this.pages = pages;
    }

    /** All drawings of a call. */
    record SampleFacts(List<Draw> draws) {

        SampleFacts {
            draws = List.copyOf(draws);
        }
    }

    /**
     * One drawing.
     *
     * @param seed by which anybody can draw again
     * @param among the applications that it was drawn among
     */
    record Draw(String seed, int percent, Instant drawnAt, List<String> among, List<String> drawn) {

        Draw {
            among = List.copyOf(among);
            drawn = List.copyOf(drawn);
        }
    }

    /**
     * A drawing in words.
     *
     * @param hrefs the reports that were drawn
     */
    record Shown(String drawnAt, int percent, int among, String seed, List<String> hrefs) {

        static Shown of(String code, Draw draw, Language language) {
            return new Shown(
                    Formats.moment(draw.drawnAt(), language),
                    draw.percent(),
                    draw.among().size(),
                    draw.seed(),
                    draw.drawn().stream()
                            .map(id -> WorkPages.application(code, id) + "/" + ReportWorkPage.NAME)
                            .toList());
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (done.equals(DRAWN)) {
            model.addAttribute("done", done);
        }
        return page(code, id, pages.official(code, request, reader), reader, model);
    }

    /** Draws among the reports that were in no drawing yet. */
    @PostMapping
    String draw(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        if (!official.handles()) {
            throw new NoSuchPageException();
        }
        Answer<SampleFacts> answer =
                official.person()
                        .answer(
                                Question.put(
                                        Backend.GRANTS,
                                        SampleFacts.class,
                                        PATH,
                                        WorkCall.at(code, id),
                                        Map.of()));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(path(code, id), DRAWN, request),
                () -> {
                    REFUSALS.tell(model, answer);
                    return page(code, id, official, reader, model);
                });
    }

    private static String path(String code, String id) {
        return WorkPages.call(code, id) + "/report-sample";
    }

    private String page(String code, String id, Official official, Reader reader, Model model) {
        WorkCall call = official.person().found(WorkCall.one(code, id)).value();
        SampleFacts sample =
                official.person()
                        .found(
                                Question.get(
                                        Backend.GRANTS,
                                        SampleFacts.class,
                                        PATH,
                                        WorkCall.at(code, id)))
                        .value();
        pages.frame(code, path(code, id), reader, model);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("callHref", WorkPages.call(code, id));
        model.addAttribute(
                "draws",
                sample.draws().reversed().stream()
                        .map(each -> Shown.of(code, each, reader.language()))
                        .toList());
        model.addAttribute("drawable", official.handles());
        return "report-sample";
    }
}
