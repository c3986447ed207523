package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.organiser.MemoFields.Rows;
import fi.kumppani.portal.organiser.MemoPages.Asked;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
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

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the memo of an event: its text, parts by workshop group, and what was agreed. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/organise/events/{id}/memo")
class MemoPage {

    private static final Set<String> DONE = Set.of("saved", "published", "followed");

    /** The buttons that lead on once the memo is saved, and where to. */
    private static final Map<String, String> WAYS_ON =
            Map.of(
                    "attachments", MemoFilesPage.PART,
                    "publication", MemoPublicationPage.PART);

    private static final Pattern FOLLOWING = Pattern.compile("(done|open)\\.(.{1,100})");

    private final MemoPages pages;
    private final MemoReading reading;

    MemoPage(MemoPages pages, MemoReading reading) {
        this.pages = pages;
        this.reading = reading;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Asked asked = pages.asked(code, id, request, reader, model);
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        if (kept == null) {
            return pages.page(asked);
        }
        FilledForm form = pages.form();
        Rows rows = MemoFields.keep(form, kept);
        form.refuse("own.kept");
        return pages.page(
                asked,
                MemoPages.find(asked).value(),
                form,
                rows,
                Objects.requireNonNullElse(kept.getFirst("seen"), ""));
    }

    /**
     * Saves it, and then does what the pressed button says: nothing that was typed is lost.
     *
     * @param seen the version that was shown
     * @param act {@code attachments} or {@code publication} to be led there, {@code done.} or
     *     {@code open.} and the id of something agreed to note how it stands
     */
    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String act,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = pages.asked(code, id, request, reader, model);
        MemoFacts before = MemoPages.find(asked).value();
        FilledForm form = pages.form();
        Rows rows = MemoFields.keep(form, sent);
        MemoFacts.Written written = reading.read(form, rows, before, code, reader);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return pages.page(asked, before, form, rows, seen);
        }
        return Outcome.of(
                asked.person().versioned(MemoFacts.write(code, id, written, seen)),
                response,
                saved -> next(asked, saved, act, request, response),
                refusal -> {
                    if (refusal.isStale()) {
                        return stale(asked, form, rows);
                    }
                    MemoReading.refuse(form, rows, refusal);
                    return pages.page(asked, before, form, rows, seen);
                },
                () -> {
                    form.refuse(Refused.AWAY);
                    return pages.page(asked, before, form, rows, seen);
                });
    }

    /** What the pressed button does with the memo that was saved. */
    private String next(
            Asked asked,
            Versioned<MemoFacts> saved,
            String act,
            HttpServletRequest request,
            HttpServletResponse response) {
        Matcher following = FOLLOWING.matcher(act);
        if (!following.matches() || !saved.value().agreesOn(following.group(2))) {
            return AfterActing.to(asked.path() + WAYS_ON.getOrDefault(act, ""), "saved", request);
        }
        Answer<MemoFacts> answer =
                asked.person()
                        .answer(
                                MemoFacts.follow(
                                        asked.code(),
                                        asked.id(),
                                        following.group(2),
                                        following.group(1).equals("done"),
                                        saved.version()));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(asked.path(), "followed", request),
                () -> {
                    asked.model().addAttribute("refusal", Refused.text(answer));
                    return pages.page(asked);
                });
    }

    /** Both texts, where somebody else was faster. */
    private String stale(Asked asked, FilledForm form, Rows rows) {
        Versioned<MemoFacts> current = MemoPages.find(asked);
        form.refuse("own.stale");
        asked.model()
                .addAttribute(
                        "meanwhile",
                        Meanwhile.of(
                                form,
                                pages.filled(asked, current.value()),
                                MemoFields.names(rows.orMore(Rows.of(current.value())))));
        return pages.page(asked, current.value(), form, rows, current.version());
    }
}
