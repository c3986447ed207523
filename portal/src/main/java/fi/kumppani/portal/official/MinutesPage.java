package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes down what a board resolved. */
@Controller
@RequestMapping("/m/{code}/work/calls/{id}/lists/{list}/" + MinutesPage.NAME)
class MinutesPage {

    static final String NAME = "minutes";

    private static final int LONGEST = 5_000;

    private final WorkPages pages;
    private final Backends backends;
    private final Clock clock;

    MinutesPage(WorkPages pages, Backends backends, Clock clock) {
        this.pages = pages;
        this.backends = backends;
        this.clock = clock;
    }

    /** A list before the board, with its rows. */
    private record Found(Official official, Versioned<BoardFacts> list, List<BoardRowFacts> rows) {}

    /**
     * A row as the minutes ask about it.
     *
     * @param at what stands before the names of its fields
     */
    record Row(
            String at,
            String number,
            @Nullable Told association,
            VerdictFacts.@Nullable Shown proposal) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String list,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Found found = find(code, id, list, request, reader);
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        FilledForm form = form();
        new MinutesForm(form, found.rows()).keep(kept == null ? new LinkedMultiValueMap<>() : kept);
        String seen = found.list().version();
        if (kept != null) {
            form.refuse("own.kept");
            seen = Objects.requireNonNullElse(kept.getFirst("seen"), seen);
        }
        return page(code, found, form, seen, reader, model);
    }

    /**
     * Takes them down.
     *
     * @param seen the version of the list that was shown
     */
    @PostMapping
    String take(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Found found = find(code, id, list, request, reader);
        FilledForm form = form();
        MinutesForm fields = new MinutesForm(form, found.rows());
        fields.keep(sent);
        Map<String, Object> minutes = fields.read();
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, found, form, seen, reader, model);
        }
        Answer<BoardFacts> answer =
                found.official().person().answer(BoardFacts.record(code, id, list, minutes, seen));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.list(code, id, list), NAME, request),
                () -> {
                    fields.refuse(answer);
                    return page(code, found, form, seen, reader, model);
                });
    }

    private Found find(
            String code, String id, String list, HttpServletRequest request, Reader reader) {
        Official official = pages.official(code, request, reader);
        if (!official.decides()) {
            throw new NoSuchPageException();
        }
        Versioned<BoardFacts> found = official.person().found(BoardFacts.one(code, id, list));
        if (!found.value().isPresented()) {
            throw new MovedOnException(WorkPages.list(code, id, list));
        }
        Listing<BoardRowFacts> rows =
                PageSubject.of(
                        WholeList.of(
                                official.person(),
                                from -> BoardRowFacts.of(code, id, list, from, WholeList.AT_ONCE)));
        return new Found(official, found, rows.items());
    }

    private FilledForm form() {
        return new FilledForm(FormKeys.next(clock.instant()), LONGEST);
    }

    private String page(
            String code, Found found, FilledForm form, String seen, Reader reader, Model model) {
        BoardFacts list = found.list().value();
        Language language = reader.language();
        List<ReasonFacts.Reason> reasons = ReasonFacts.of(code, backends, reader);
        String path = WorkPages.list(code, list.callId(), list.id());
        pages.frame(code, path + "/" + NAME, reader, model);
        model.addAttribute("listHref", path);
        model.addAttribute("list", list.shown(code, language));
        model.addAttribute("form", form);
        model.addAttribute("seen", seen);
        model.addAttribute("resolutions", MinutesForm.RESOLUTIONS);
        model.addAttribute("grounds", Grounds.ALL);
        model.addAttribute("reasons", ReasonFacts.choices(reasons, language));
        model.addAttribute(
                "rows",
                found.rows().stream()
                        .map(
                                row ->
                                        new Row(
                                                MinutesForm.at(row),
                                                Objects.requireNonNullElse(
                                                        row.diaryNumber(),
                                                        Integer.toString(row.position())),
                                                LocalizedText.maybe(
                                                        row.associationName(), language),
                                                row.proposal() == null
                                                        ? null
                                                        : row.proposal().shown(reasons, language)))
                        .toList());
        return "work-minutes";
    }
}
