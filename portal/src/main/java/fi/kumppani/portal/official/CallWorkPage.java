package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.Sifted;
import fi.kumppani.portal.reader.Language;
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

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The applications of a call beside each other. */
@Controller
@RequestMapping("/m/{code}/work/calls/{id}")
class CallWorkPage {

    private static final int ROWS = 50;

    private static final String BY_NUMBER = "number";
    private static final List<String> SORTS = List.of(BY_NUMBER, "amount", "total");
    private static final List<String> FILTERS =
            List.of("all", "waiting", "in-handling", "reviewed", "supplementing", "decided");
    private static final Set<String> DONE = Set.of("closing", "published");

    private final WorkPages pages;

    CallWorkPage(WorkPages pages) {
        this.pages = pages;
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

        static Row of(String code, Compared row, String subject, Language language) {
            boolean closed = row.disqualified() != null;
            return new Row(
                    closed ? null : WorkPages.application(code, row.applicationId()),
                    row.diaryNumber(),
                    closed ? Grounds.known(row.disqualified()) : null,
                    LocalizedText.maybe(row.associationName(), language),
                    row.requested() == null ? null : Formats.euros(row.requested()),
                    row.past().stream()
                            .map(past -> past.year() + ": " + Formats.euros(past.granted()))
                            .collect(Collectors.joining(", ")),
                    row.total() == null ? null : Formats.number(row.total()),
                    row.reviews(),
                    row.assignee() == null
                            ? "nobody"
                            : row.assignee().equals(subject) ? "mine" : "another",
                    States.of(row.status(), row.state()));
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        WorkCall call = official.person().found(WorkCall.one(code, id)).value();
        String filter = FILTERS.contains(state) ? state : FILTERS.getFirst();
        String order = SORTS.contains(sort) ? sort : BY_NUMBER;
        Answer<Listing<Compared>> answer = rows(code, id, order, filter, from, official);
        if (answer instanceof Answer.Refused<Listing<Compared>> && !order.equals(BY_NUMBER)) {
            model.addAttribute("unsorted", true);
            order = BY_NUMBER;
            answer = rows(code, id, order, filter, "", official);
        }
        Listing<Compared> found = Listed.of(answer, model, response);
        model.addAttribute(
                "rows",
                found.items().stream()
                        .map(row -> Row.of(code, row, official.subject(), reader.language()))
                        .toList());
        model.addAttribute("next", found.next());
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        pages.frame(code, WorkPages.call(code, id), reader, model);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("open", call.open());
        model.addAttribute("closes", Formats.day(call.closesAt(), reader.language()));
        model.addAttribute("budget", Formats.euros(call.budget()));
        model.addAttribute("callHref", "/m/" + code + "/calls/" + id);
        model.addAttribute("sort", order);
        model.addAttribute("sorts", SORTS);
        model.addAttribute("state", filter);
        model.addAttribute("filters", FILTERS);
        model.addAttribute("from", from);
        model.addAttribute("scored", !call.criteria().isEmpty());
        model.addAttribute("closable", official.handles() && !call.criteria().isEmpty());
        model.addAttribute(
                "table",
                "/api/grants/v1/municipalities/%s/calls/%s/comparison.csv?sort=%s"
                        .formatted(code, id, order));
        return "work-call";
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
                    return see(code, id, "", "", "", "", request, reader, model, response);
                });
    }

    /** A page of rows that pass the filter; at least one unless nothing more does. */
    private static Answer<Listing<Compared>> rows(
            String code, String id, String sort, String filter, String from, Official official) {
        return Sifted.of(
                official.person(),
                from,
                ROWS,
                next -> Compared.of(code, id, sort, next, ROWS),
                row -> passes(row, filter));
    }

    private static boolean passes(Compared row, String filter) {
        if (filter.equals("all")) {
            return true;
        }
        if (row.disqualified() != null) {
            return false;
        }
        String state = States.of(row.status(), row.state());
        return filter.equals("decided") ? States.DECIDED.contains(state) : filter.equals(state);
    }
}
