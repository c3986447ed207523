package fi.kumppani.portal.registrar;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A coordinator at one of the pages.
 *
 * @param code the municipality's
 */
record Visit(
        String code,
        Person person,
        HttpServletRequest request,
        Reader reader,
        Model model,
        HttpServletResponse response) {

    Language language() {
        return reader.language();
    }

    /** Leads to a page that says what was done. */
    String go(String path, String done) {
        return AfterActing.to(path, done, request);
    }

    /** Says on the page what was done, when there is a text for it. */
    void say(String done, List<String> texts) {
        if (texts.contains(done)) {
            model.addAttribute("done", done);
        }
    }

    /**
     * The page that follows an act about which nothing was written: the way on, or the page with
     * what keeps it from being done.
     *
     * @param form for what is wrong
     * @param reasons the reasons of a refusal that have a text
     * @param page the page with the form
     */
    <T> String act(
            Answer<T> answer,
            Function<? super T, String> done,
            FilledForm form,
            List<String> reasons,
            Supplier<String> page) {
        return Outcome.of(
                answer,
                response,
                done,
                refusal -> {
                    if (refusal.isStale()) {
                        form.refuse("registrar.changed");
                    } else {
                        form.refuse(refusal, "registrar", reasons);
                    }
                    return page.get();
                },
                () -> {
                    form.refuse("registrar.away");
                    return page.get();
                });
    }

    /** Says that a form cannot be sent as it is. */
    String unsound(Supplier<String> page) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page.get();
    }
}
