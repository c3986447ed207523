package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.callwork.FormSheet.Place;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.official.WorkCall;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A form: its sections and questions, which buttons move and take away. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/forms/{id}")
class FormPage {

    private static final String UP = "up";
    private static final String DOWN = "down";
    private static final String REMOVE = "remove";
    private static final Set<String> MOVES = Set.of(UP, DOWN, REMOVE);
    private static final Set<String> DONE =
            Set.of(UP, DOWN, REMOVE, FormPartPage.SAVED, "begun", "copied");

    private final CallPages pages;
    private final Clock clock;

    FormPage(CallPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return page(code, id, pages.officer(code, request, reader), reader, model);
    }

    /**
     * Moves a section or a question, or takes it away, as another version of the form.
     *
     * @param move {@code up}, {@code down} or {@code remove}
     * @param part what the button names it
     * @param seen the version that was shown
     */
    @PostMapping
    String move(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official officer = pages.officer(code, request, reader);
        if (!MOVES.contains(move)) {
            throw new NoSuchPageException();
        }
        FormSheet sheet = FormSheet.of(FormQuestions.found(code, id, officer.person()).value());
        FormOutline.place(sheet, part).ifPresent(place -> move(sheet, place, move));
        Answer<FormQuestions.Made> answer =
                officer.person().answer(FormQuestions.write(code, id, sheet.body(), seen));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(CallPages.form(code, id), move, request),
                () -> {
                    FormFaults.put(model, answer);
                    return page(code, id, officer, reader, model);
                });
    }

    private static void move(FormSheet sheet, Place place, String move) {
        switch (move) {
            case UP -> sheet.move(place, -1);
            case DOWN -> sheet.move(place, 1);
            default -> sheet.remove(place);
        }
    }

    /**
     * Begins a form that asks the same.
     *
     * @param key what makes the form sent twice one copy
     */
    @PostMapping("/copies")
    String copy(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official officer = pages.officer(code, request, reader);
        FormSheet sheet = FormSheet.of(FormQuestions.found(code, id, officer.person()).value());
        Answer<FormQuestions.Made> answer =
                officer.person()
                        .answer(
                                FormQuestions.begin(
                                        code, sheet.body(), FormKeys.of(key, clock.instant())));
        return Outcome.of(
                answer,
                response,
                made -> AfterActing.to(CallPages.form(code, made.id()), "copied", request),
                () -> {
                    FormFaults.put(model, answer);
                    return page(code, id, officer, reader, model);
                });
    }

    private String page(String code, String id, Official officer, Reader reader, Model model) {
        Versioned<CallBody> found = FormQuestions.found(code, id, officer.person());
        FormSheet sheet = FormSheet.of(found.value());
        String path = CallPages.form(code, id);
        pages.frame(code, path, reader, model);
        model.addAttribute(
                "heading", FormOutline.told(sheet.members(), "title", reader.language()));
        model.addAttribute("version", found.value().text("version"));
        model.addAttribute("sections", FormOutline.of(path, sheet, reader.language()));
        model.addAttribute("titleHref", path + FormPart.TITLE.path());
        model.addAttribute("moreHref", path + FormPart.section(FormPart.NEW).path());
        model.addAttribute("previewHref", path + "/preview");
        model.addAttribute("seen", found.version());
        model.addAttribute("key", FormKeys.next(clock.instant()));
        model.addAttribute("uses", uses(code, id, officer, reader));
        return "form-outline";
    }

    /** The calls that ask for this form, planned and announced; those that can be told just now. */
    private static List<Told> uses(String code, String id, Official officer, Reader reader) {
        return Stream.of(
                        CallDraft.planned(code, officer.person()),
                        WholeList.of(officer.person(), from -> WorkCall.announced(code, from)))
                .flatMap(answer -> answer.found().map(Listing::items).stream())
                .flatMap(List::stream)
                .filter(call -> call.asksFor(id) && !call.status().equals("closed"))
                .map(call -> call.title().told(reader.language()))
                .toList();
    }
}
