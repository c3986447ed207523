package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.official.WorkCall;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.ListFiles;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.TablePage;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Language;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All calls of a municipality by how far they are, and copies of them for another year. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/calls")
class CallsPage {

    private static final Pattern YEAR = Pattern.compile("(19[0-9]|20[0-9]|210)[0-9]");

    private final CallPages pages;
    private final ListFiles files;
    private final Clock clock;

    CallsPage(CallPages pages, ListFiles files, Clock clock) {
        this.pages = pages;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What of the list somebody asked for.
     *
     * @param sort the order, as {@link Columns} reads it
     * @param page from 1
     */
    record Asked(CallList.Wanted wanted, String sort, String page) {

        static final Asked ALL = new Asked(CallList.Wanted.of("", "", ""), "", "");
    }

    /**
     * A call in words.
     *
     * @param href where it is planned or handled; null for who may not
     * @param state how far it is
     * @param when between which moments it takes applications
     * @param publishAt when it is published by itself; null for not before an officer does
     * @param nextYear the year after its own
     * @param key what makes a copy of it one copy
     */
    record Row(
            String id,
            @Nullable String href,
            Told title,
            String state,
            int year,
            String when,
            String budget,
            @Nullable String publishAt,
            int nextYear,
            String key) {}

    /**
     * What a year's calls have decided, as tables.
     *
     * @param aid of what was granted as de minimis aid
     */
    record YearTables(int year, String decisions, String aid) {

        private static final String ALL = "/api/grants/v1/municipalities/%s/";

        static YearTables of(String code, int year) {
            return new YearTables(
                    year,
                    (ALL + "open-data/decisions.csv?year=%d").formatted(code, year),
                    (ALL + "de-minimis/register.csv?year=%d").formatted(code, year));
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(CallList.Wanted.of(text, state, year), sort, page);
        return page(code, asked, pages.official(code, request, reader), reader, model, response);
    }

    /** The same list, all pages of it, as a file: times as in ISO 8601, sums in euros. */
    @GetMapping(TablePage.FILES)
    void export(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        Official official = pages.official(code, request, reader);
        Language language = reader.language();
        CallList list =
                list(
                        PageSubject.of(CallDraft.planned(code, official.person())),
                        PageSubject.of(announced(code, official)));
        UnaryOperator<String> words = files.words(language);
        files.answer(
                response,
                new ListFiles.Table(
                        "calls." + format,
                        Stream.of("title", "year", "state", "opens", "closes", "budget")
                                .map("planner.list."::concat)
                                .toList(),
                        CallList.columns(language)
                                .sorted(
                                        list.fitting(
                                                CallList.Wanted.of(text, state, year), language),
                                        sort)
                                .stream()
                                .map(
                                        each ->
                                                each.cells(
                                                        language,
                                                        words.apply(
                                                                "planner.state.one."
                                                                        + each.state())))
                                .toList(),
                        false),
                language);
    }

    /**
     * Begins a draft that says what this call says.
     *
     * @param year the budget year of the copy
     * @param key what makes the form sent twice one copy
     */
    @PostMapping("/{id}/copies")
    String copy(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official officer = pages.officer(code, request, reader);
        if (!YEAR.matcher(year).matches()) {
            model.addAttribute("refusals", List.of("planner.error.year"));
            String view = page(code, Asked.ALL, officer, reader, model, response);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return view;
        }
        Answer<CallDraft.Made> answer =
                officer.person()
                        .answer(
                                CallDraft.copy(
                                        code,
                                        id,
                                        Integer.parseInt(year),
                                        FormKeys.of(key, clock.instant())));
        return Outcome.of(
                answer,
                response,
                made -> AfterActing.to(CallPages.edit(code, made.id()), "copied", request),
                () -> {
                    CallFaults.put(model, answer);
                    return page(code, Asked.ALL, officer, reader, model, response);
                });
    }

    private String page(
            String code,
            Asked asked,
            Official official,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Listing<WorkCall> planned =
                Listed.of(CallDraft.planned(code, official.person()), model, response);
        Listing<WorkCall> announced = Listed.of(announced(code, official), model, response);
        CallList list = list(planned, announced);
        Language language = reader.language();
        TablePage<CallList.Standing> found =
                CallList.columns(language)
                        .page(
                                list.fitting(asked.wanted(), language),
                                new Columns.Asked(
                                        CallPages.all(code),
                                        asked.wanted().filters(),
                                        asked.sort(),
                                        asked.page()));
        pages.frame(code, CallPages.all(code), reader, model);
        model.addAttribute("list", found);
        model.addAttribute("wanted", asked.wanted());
        model.addAttribute("states", list.states());
        model.addAttribute("years", list.years());
        model.addAttribute(
                "rows",
                found.rows().stream()
                        .map(each -> row(code, each, official.handles(), language))
                        .toList());
        model.addAttribute(
                "tables",
                announced.items().stream()
                        .map(WorkCall::year)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .map(year -> YearTables.of(code, year))
                        .toList());
        model.addAttribute("plans", official.handles());
        return "calls";
    }

    private static Answer<Listing<WorkCall>> announced(String code, Official official) {
        return WholeList.of(official.person(), from -> WorkCall.announced(code, from));
    }

    private CallList list(Listing<WorkCall> planned, Listing<WorkCall> announced) {
        Instant now = clock.instant();
        return new CallList(
                Stream.concat(planned.items().stream(), announced.items().stream())
                        .map(call -> CallList.Standing.of(call, now))
                        .toList());
    }

    private Row row(String code, CallList.Standing standing, boolean plans, Language language) {
        WorkCall call = standing.call();
        boolean planned = call.status().equals("draft");
        return new Row(
                call.id(),
                planned
                        ? (plans ? CallPages.edit(code, call.id()) : null)
                        : WorkPages.call(code, call.id()),
                call.title().told(language),
                standing.state(),
                call.year(),
                Formats.period(call.opensAt(), call.closesAt(), language),
                Formats.euros(call.budget()),
                call.publishAt() == null ? null : Formats.moment(call.publishAt(), language),
                call.year() + 1,
                FormKeys.next(clock.instant()));
    }
}
