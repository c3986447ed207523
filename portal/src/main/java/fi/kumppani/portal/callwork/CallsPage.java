package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.official.WorkCall;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.Outcome;
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

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All calls of a municipality by how far they are, and copies of them for another year. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/calls")
class CallsPage {

    /** How far a call is, in the order of the page. */
    private static final List<String> STATES =
            List.of("draft", "scheduled", "open", "coming", "closed");

    private static final Pattern YEAR = Pattern.compile("(19[0-9]|20[0-9]|210)[0-9]");

    private final CallPages pages;
    private final Clock clock;

    CallsPage(CallPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * A call in words.
     *
     * @param when between which moments it takes applications
     * @param publishAt when it is published by itself; null for not before an officer does
     * @param nextYear the year after its own
     * @param key what makes a copy of it one copy
     */
    record Row(
            String id,
            String href,
            Told title,
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
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return page(code, pages.official(code, request, reader), reader, model, response);
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
            String view = page(code, officer, reader, model, response);
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
                    return page(code, officer, reader, model, response);
                });
    }

    private String page(
            String code,
            Official official,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Listing<WorkCall> planned =
                Listed.of(CallDraft.planned(code, official.person()), model, response);
        Listing<WorkCall> announced =
                Listed.of(
                        WholeList.of(official.person(), from -> WorkCall.announced(code, from)),
                        model,
                        response);
        Map<String, List<Row>> rows = new TreeMap<>(Comparator.comparingInt(STATES::indexOf));
        Instant now = clock.instant();
        Stream.concat(planned.items().stream(), announced.items().stream())
                .sorted(Comparator.comparing(WorkCall::opensAt).reversed())
                .forEach(
                        call ->
                                rows.computeIfAbsent(state(call, now), _ -> new ArrayList<>())
                                        .add(row(code, call, reader.language())));
        pages.frame(code, CallPages.all(code), reader, model);
        model.addAttribute("rows", rows);
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

    private static String state(WorkCall call, Instant now) {
        if (call.status().equals("draft")) {
            return call.publishAt() == null ? "draft" : "scheduled";
        }
        if (call.open()) {
            return "open";
        }
        boolean isOver = call.status().equals("closed") || !now.isBefore(call.closesAt());
        return isOver ? "closed" : "coming";
    }

    private Row row(String code, WorkCall call, Language language) {
        boolean planned = call.status().equals("draft");
        return new Row(
                call.id(),
                planned ? CallPages.edit(code, call.id()) : WorkPages.call(code, call.id()),
                call.title().told(language),
                call.year(),
                Formats.period(call.opensAt(), call.closesAt(), language),
                Formats.euros(call.budget()),
                call.publishAt() == null ? null : Formats.moment(call.publishAt(), language),
                call.year() + 1,
                FormKeys.next(clock.instant()));
    }
}
