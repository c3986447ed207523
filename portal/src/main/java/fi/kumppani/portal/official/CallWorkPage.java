package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.ListFiles;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.TablePage;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The applications of a call beside each other. */
@Controller
@RequestMapping("/m/{code}/work/calls/{id}")
class CallWorkPage {

    private static final String BY_SCORE = "total";
    private static final Set<String> DONE = Set.of("closing", "published");

    private final WorkPages pages;
    private final ListFiles files;

    CallWorkPage(WorkPages pages, ListFiles files) {
        this.pages = pages;
        this.files = files;
    }

    /**
     * An application in words.
     *
     * @param href where it is handled; null for who must keep out of it
     * @param ground why they must; null when they need not
     * @param who {@code mine}, {@code another} or {@code nobody}
     */
    record Row(
            @Nullable String href,
            @Nullable String number,
            @Nullable String ground,
            @Nullable Told association,
            @Nullable String requested,
            @Nullable String past,
            @Nullable String total,
            @Nullable Long reviews,
            String who,
            String state) {

        static Row of(String code, Compared row, ComparedList list) {
            boolean closed = row.disqualified() != null;
            return new Row(
                    closed ? null : WorkPages.application(code, row.applicationId()),
                    row.diaryNumber(),
                    closed ? Grounds.known(row.disqualified()) : null,
                    LocalizedText.maybe(row.associationName(), list.language()),
                    row.requested() == null ? null : Formats.euros(row.requested()),
                    ComparedList.past(row),
                    row.total() == null ? null : Formats.number(row.total()),
                    row.reviews(),
                    list.who(row),
                    States.of(row.status(), row.state()));
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        WorkCall call = official.person().found(WorkCall.one(code, id)).value();
        ComparedList list = new ComparedList(official.subject(), reader.language());
        ComparedList.Wanted wanted = ComparedList.Wanted.of(text, state);
        List<Compared> all = Listed.whole(rows(code, id, official), model, response);
        TablePage<Compared> found =
                list.columns()
                        .page(
                                list.fitting(all, wanted),
                                new Columns.Asked(
                                        WorkPages.call(code, id), wanted.filters(), sort, page));
        model.addAttribute("list", found);
        model.addAttribute(
                "unsorted",
                found.sort().endsWith(BY_SCORE)
                        && all.stream().allMatch(each -> each.total() == null));
        model.addAttribute(
                "rows", found.rows().stream().map(row -> Row.of(code, row, list)).toList());
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        pages.frame(code, WorkPages.call(code, id), reader, model);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("open", call.open());
        model.addAttribute("closes", Formats.day(call.closesAt(), reader.language()));
        model.addAttribute("budget", Formats.euros(call.budget()));
        model.addAttribute("callHref", "/m/" + code + "/calls/" + id);
        model.addAttribute("wanted", wanted);
        model.addAttribute("filters", ComparedList.FILTERS);
        model.addAttribute("scored", !call.criteria().isEmpty());
        model.addAttribute("closable", official.handles() && !call.criteria().isEmpty());
        model.addAttribute(
                "table",
                "/api/grants/v1/municipalities/%s/calls/%s/comparison.csv?sort=number"
                        .formatted(code, id));
        return "work-call";
    }

    /** The same list, all pages of it, as a file. */
    @GetMapping(TablePage.FILES)
    void export(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        Official official = pages.official(code, request, reader);
        ComparedList list = new ComparedList(official.subject(), reader.language());
        Listing<Compared> found = PageSubject.of(rows(code, id, official));
        UnaryOperator<String> words = files.words(reader.language());
        files.answer(
                response,
                new ListFiles.Table(
                        "applications." + format,
                        ComparedList.HEADINGS,
                        list
                                .columns()
                                .sorted(
                                        list.fitting(
                                                found.items(), ComparedList.Wanted.of(text, state)),
                                        sort)
                                .stream()
                                .map(each -> list.cells(each, words))
                                .toList(),
                        found.next() != null),
                reader.language());
    }

    /** Closes the review round of all its applications. */
    @PostMapping
    String close(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        Answer<Done> answer =
                official.person()
                        .answer(
                                Question.put(
                                        Backend.GRANTS,
                                        Done.class,
                                        WorkCall.ALL + "/{id}/review-round/closing",
                                        WorkCall.at(code, id),
                                        Map.of()));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.call(code, id), "closing", request),
                () -> {
                    Refusals.put(model, answer);
                    return see(code, id, "", "", "", "", "", request, reader, model, response);
                });
    }

    private static Answer<Listing<Compared>> rows(String code, String id, Official official) {
        return WholeList.toOrder(
                official.person(), from -> Compared.of(code, id, from, WholeList.AT_ONCE));
    }
}
