package fi.kumppani.portal.editor;

import fi.kumppani.portal.Framing;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * Shows an issue as its readers get it, in each language as HTML and as text, and sends it to one
 * address on trial.
 */
@Controller
@RequestMapping("/m/{code}/letters/drafts/{id}/preview")
class PreviewPage {

    private static final String STEP = "preview";
    private static final String FAMILY = "editor.test";
    private static final List<String> REASONS = List.of("not-taken");

    /** A letter brings its styles along and its pictures from where they are, and does nothing. */
    private static final String LETTER_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src https:; form-action 'none';"
                    + " base-uri 'none'; frame-ancestors 'self'; sandbox";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final DraftPages pages;
    private final Clock clock;

    PreviewPage(DraftPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param in the language of the letter; the reader's own when it is none of ours
     */
    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(code, request, reader);
        if (done.equals("tried")) {
            model.addAttribute("done", done);
        }
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put("email", "");
        form.put("language", Language.ofCode(in).orElse(reader.language()).code());
        return page(code, id, form, person, request, reader, model);
    }

    /** The letter alone, for the frame on the page. */
    @GetMapping("/{language}")
    ResponseEntity<String> letter(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String language,
            HttpServletRequest request,
            Reader reader) {
        Person person = pages.person(code, request, reader);
        String known =
                Language.ofCode(language).map(Language::code).orElseThrow(NoSuchPageException::new);
        Framing.allowOurs(request);
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", LETTER_POLICY)
                .body(person.found(LetterPreview.in(known, code, id)).value().html());
    }

    @PostMapping
    String send(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String language,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        String in = Language.ofCode(language).orElse(reader.language()).code();
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put("email", email);
        form.put("language", in);
        return Outcome.of(
                person.answer(
                        LetterPreview.send(
                                code, id, new LetterPreview.Wish(form.value("email"), in))),
                response,
                _ -> AfterActing.to(path(code, id), "tried", request) + "&in=" + in,
                refusal -> {
                    form.refuse(refusal, FAMILY, REASONS);
                    return page(code, id, form, person, request, reader, model);
                },
                () -> {
                    form.refuse(FAMILY + ".away");
                    return page(code, id, form, person, request, reader, model);
                });
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/letters/drafts/{id}/preview", request);
    }

    private String page(
            String code,
            String id,
            FilledForm form,
            Person person,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        DraftFacts draft = pages.draft(person, code, id).value();
        String in = form.value("language");
        Framing.showOurs(request);
        pages.frame(code, draft, STEP, reader, model);
        model.addAttribute("form", form);
        model.addAttribute("in", in);
        model.addAttribute("languages", Blocks.LANGUAGES);
        model.addAttribute(
                "letter", person.answer(LetterPreview.in(in, code, id)).found().orElse(null));
        return "draft-preview";
    }

    private static String path(String code, String id) {
        return DraftPages.path(code, id) + "/preview";
    }
}
