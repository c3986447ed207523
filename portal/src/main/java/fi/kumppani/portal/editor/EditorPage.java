package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.editor.DraftFacts.Words;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WhileWriting;
import fi.kumppani.portal.person.WritesForms;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes an issue block by block in all languages. Every button saves what is written, and nothing
 * needs a script; what the checks find stands at its block.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/letters/drafts/{id}")
class EditorPage {

    private static final String STEP = "write";
    private static final Set<String> DONE = Set.of("begun", "saved");

    private final DraftPages pages;
    private final Clock clock;

    EditorPage(DraftPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * A block as the page shows it.
     *
     * @param number from 1
     * @param field what the names of its fields begin with
     * @param open which of its parts that not every block has are shown at once
     * @param findings what the checks found in it
     */
    record Block(
            int number,
            String field,
            boolean first,
            boolean last,
            Set<String> open,
            List<Finding> findings) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int empty,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(code, request, reader);
        Versioned<DraftFacts> found = pages.draft(person, code, id);
        DraftFacts draft = found.value();
        if (!draft.isDraft()) {
            return DraftPages.onTo(code, id, draft.isScheduled() ? "order" : "progress", request);
        }
        var kept = KeptForms.take(request);
        if (kept.isPresent()) {
            DraftForm form = DraftForm.sent(key(), kept.get(), Blocks.sent(kept.get()));
            form.form().refuse("own.kept");
            String seen = Objects.requireNonNullElse(kept.get().getFirst("seen"), "");
            return page(code, draft, form, seen, List.of(), reader, model);
        }
        boolean hasRoom = draft.items().size() < Blocks.MOST;
        int at = hasRoom && empty <= draft.items().size() ? empty : -1;
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return page(
                code,
                draft,
                DraftForm.kept(key(), draft, at),
                found.version(),
                person.answer(Finding.in(code, id)).found().orElse(Finding.Checks.NONE).onPage(at),
                reader,
                model);
    }

    /**
     * Saves what is written, after what the pressed button does with the blocks.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        DraftFacts draft = pages.draft(person, code, id).value();
        Blocks blocks = Blocks.sent(sent);
        DraftForm form = DraftForm.sent(key(), sent, blocks);
        Words words = form.words(draft.segment());
        if (words == null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, draft, form, seen, List.of(), reader, model);
        }
        return Outcome.of(
                person.versioned(DraftFacts.write(code, id, words, seen)),
                response,
                saved ->
                        WhileWriting.saved(
                                saved.version(),
                                clock.instant(),
                                request,
                                reader,
                                model,
                                () -> saved(code, id, blocks, words, request)),
                refusal -> {
                    if (refusal.isStale()) {
                        return stale(code, pages.draft(person, code, id), form, reader, model);
                    }
                    form.refuse(refusal);
                    return page(code, draft, form, seen, List.of(), reader, model);
                },
                () -> {
                    form.form().refuse(DraftForm.FAMILY + ".away");
                    return page(code, draft, form, seen, List.of(), reader, model);
                });
    }

    /** Back to the block that was meant, with an empty one where one was added. */
    private static String saved(
            String code, String id, Blocks blocks, Words words, HttpServletRequest request) {
        String page = AfterActing.to(DraftPages.path(code, id), "saved", request);
        int touched = blocks.touched();
        if (touched < 0) {
            return page;
        }
        boolean added = blocks.size() > words.items().size();
        return page + (added ? "&empty=" + touched : "") + "#block-" + (touched + 1);
    }

    /** Both texts, where somebody else was faster. */
    private String stale(
            String code,
            Versioned<DraftFacts> current,
            DraftForm form,
            Reader reader,
            Model model) {
        form.form().refuse(DraftForm.FAMILY + ".stale");
        model.addAttribute(
                "meanwhile", form.differences(DraftForm.kept(key(), current.value(), -1)));
        return page(code, current.value(), form, current.version(), List.of(), reader, model);
    }

    private String page(
            String code,
            DraftFacts draft,
            DraftForm form,
            String seen,
            List<Finding> findings,
            Reader reader,
            Model model) {
        pages.frame(code, draft, STEP, reader, model);
        model.addAttribute("form", form.form());
        model.addAttribute("seen", seen);
        model.addAttribute("approved", draft.approved());
        model.addAttribute("findings", findings.stream().filter(each -> each.block() < 0).toList());
        model.addAttribute("full", form.blocks() >= Blocks.MOST);
        model.addAttribute(
                "blocks",
                IntStream.range(0, form.blocks())
                        .mapToObj(
                                index ->
                                        new Block(
                                                index + 1,
                                                "items[" + index + "]",
                                                index == 0,
                                                index == form.blocks() - 1,
                                                form.open(index),
                                                findings.stream()
                                                        .filter(each -> each.block() == index)
                                                        .toList()))
                        .toList());
        return "draft";
    }

    private String key() {
        return FormKeys.next(clock.instant());
    }
}
