package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.HandlingFacts.Review;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.Texts;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** An official's own review of an application: points for every criterion, and a comment. */
@Controller
@RequestMapping("/m/{code}/work/applications/{id}/" + ReviewPage.NAME)
class ReviewPage {

    static final String NAME = "review";

    private static final String POINTS = "points.";
    private static final String COMMENT = "comment";
    private static final String NOT_GIVEN = "\"0\"";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private final ApplicationForms forms;

    ReviewPage(ApplicationForms forms) {
        this.forms = forms;
    }

    /** A criterion as its field asks it. */
    record Asked(String field, Told text, int weight, int most) {

        static List<Asked> of(WorkCall call, Language language) {
            return call.criteria().stream()
                    .map(
                            each ->
                                    new Asked(
                                            POINTS + each.id(),
                                            each.text().told(language),
                                            each.weight(),
                                            each.most()))
                    .toList();
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Subject subject = subject(code, id, request, reader);
        Optional<Versioned<Review>> mine = mine(subject);
        Optional<MultiValueMap<String, String>> kept = KeptForms.take(request);
        if (kept.isPresent()) {
            FilledForm form = kept(subject, kept.get());
            form.refuse("own.kept");
            String seen = Objects.requireNonNullElse(kept.get().getFirst("seen"), NOT_GIVEN);
            return page(subject, form, seen, reader, model);
        }
        return page(subject, saved(subject, mine), version(mine), reader, model);
    }

    /**
     * Gives it, or gives it anew.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String give(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = NOT_GIVEN) String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = subject(code, id, request, reader);
        FilledForm form = kept(subject, sent);
        Map<String, Object> review = read(subject, form);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(subject, form, seen, reader, model);
        }
        Answer<Review> answer =
                subject.official().person().answer(HandlingFacts.review(code, id, review, seen));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.application(code, id), NAME, request),
                () -> {
                    if (answer instanceof Answer.Refused<Review>(Refusal refusal)
                            && refusal.isStale()) {
                        form.refuse("own.stale");
                        Optional<Versioned<Review>> mine = mine(subject);
                        model.addAttribute(
                                "meanwhile",
                                Meanwhile.of(form, saved(subject, mine), names(subject.call())));
                        return page(subject, form, version(mine), reader, model);
                    }
                    Refusals.put(form, answer);
                    return page(subject, form, seen, reader, model);
                });
    }

    private Subject subject(String code, String id, HttpServletRequest request, Reader reader) {
        Subject subject = forms.subject(code, id, request, reader, Official::handles);
        if (subject.call().criteria().isEmpty()) {
            throw new NoSuchPageException();
        }
        return subject;
    }

    /** The review that was given so far. */
    private static Optional<Versioned<Review>> mine(Subject subject) {
        return switch (subject.official()
                .person()
                .versioned(HandlingFacts.mine(subject.code(), subject.id()))) {
            case Answer.Found<Versioned<Review>>(var found) -> Optional.of(found);
            case Answer.Missing<Versioned<Review>> _ -> Optional.empty();
            case Answer.Refused<Versioned<Review>> _, Answer.Away<Versioned<Review>> _ ->
                    throw new UnavailablePageException();
        };
    }

    private static String version(Optional<Versioned<Review>> mine) {
        return mine.map(Versioned::version).orElse(NOT_GIVEN);
    }

    private FilledForm saved(Subject subject, Optional<Versioned<Review>> mine) {
        FilledForm form = forms.form(null);
        Map<String, Integer> points = mine.map(each -> each.value().points()).orElseGet(Map::of);
        for (WorkCall.Criterion each : subject.call().criteria()) {
            Integer given = points.get(each.id());
            form.put(POINTS + each.id(), given == null ? "" : given.toString());
        }
        form.put(COMMENT, mine.map(each -> each.value().comment()).orElse(""));
        return form;
    }

    private FilledForm kept(Subject subject, MultiValueMap<String, String> sent) {
        FilledForm form = forms.form(null);
        names(subject.call()).forEach(name -> form.put(name, Texts.lines(sent.getFirst(name))));
        return form;
    }

    private static List<String> names(WorkCall call) {
        List<String> names = new ArrayList<>();
        call.criteria().forEach(each -> names.add(POINTS + each.id()));
        names.add(COMMENT);
        return names;
    }

    private static Map<String, Object> read(Subject subject, FilledForm form) {
        Map<String, Object> points = new LinkedHashMap<>();
        for (WorkCall.Criterion each : subject.call().criteria()) {
            String written = form.value(POINTS + each.id());
            if (NUMBER.matcher(written).matches() && Integer.parseInt(written) <= each.most()) {
                points.put(each.id(), Integer.valueOf(written));
            } else {
                form.refuse(POINTS + each.id(), "work.error.points");
            }
        }
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("points", points);
        if (!form.value(COMMENT).isEmpty()) {
            review.put(COMMENT, form.value(COMMENT));
        }
        return review;
    }

    private String page(Subject subject, FilledForm form, String seen, Reader reader, Model model) {
        forms.show(subject, NAME, form, seen, reader, model);
        model.addAttribute("criteria", Asked.of(subject.call(), reader.language()));
        return "work-review";
    }
}
