package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The board lists of a call, and starting one. */
@Controller
@RequestMapping("/m/{code}/work/calls/{id}/lists")
class BoardListsPage {

    private static final String BOARD = "board";
    private static final String MEETING = "meetingOn";

    private final WorkPages pages;
    private final Clock clock;

    BoardListsPage(WorkPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        FilledForm form = KeptForms.form(request, this::filled);
        return page(code, id, form, official, reader, model, response);
    }

    /** Starts an empty list. */
    @PostMapping
    String start(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        FilledForm form = filled(sent);
        Optional<LocalDate> meeting = Days.read(form.value(MEETING));
        if (form.value(BOARD).isEmpty()) {
            form.refuse(BOARD, "work.error.board");
        }
        if (meeting.isEmpty()) {
            form.refuse(MEETING, "work.error.meetingOn");
        }
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, id, form, official, reader, model, response);
        }
        Answer<BoardFacts> answer =
                official.person()
                        .answer(
                                BoardFacts.start(
                                        code,
                                        id,
                                        form.value(BOARD),
                                        meeting.orElseThrow(),
                                        form.key()));
        return Outcome.of(
                answer,
                response,
                list -> AfterActing.to(WorkPages.list(code, id, list.id()), "started", request),
                () -> {
                    Refusals.put(form, answer);
                    return page(code, id, form, official, reader, model, response);
                });
    }

    private FilledForm filled(MultiValueMap<String, String> sent) {
        FilledForm form = new FilledForm(FormKeys.of(sent.getFirst("key"), clock.instant()));
        form.put(BOARD, sent.getFirst(BOARD));
        form.put(MEETING, sent.getFirst(MEETING));
        return form;
    }

    private String page(
            String code,
            String id,
            FilledForm form,
            Official official,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        WorkCall call = official.person().found(WorkCall.one(code, id)).value();
        pages.frame(code, WorkPages.call(code, id) + "/lists", reader, model);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("callHref", WorkPages.call(code, id));
        model.addAttribute("form", form);
        model.addAttribute("startable", official.handles());
        model.addAttribute(
                "lists",
                Listed.of(official.person().answer(BoardFacts.of(code, id)), model, response)
                        .items()
                        .stream()
                        .map(list -> list.shown(code, reader.language()))
                        .toList());
        return "work-lists";
    }
}
