package fi.kumppani.portal.official;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.Clock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the forms about one application in handling have in common. */
@Component
public final class ApplicationForms {

    private static final int LONGEST = 20_000;

    private final WorkPages pages;
    private final Clock clock;

    ApplicationForms(WorkPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** Who writes about which application of which call. */
    public record Subject(
            String code,
            Official official,
            Versioned<ApplicationFacts> application,
            WorkCall call) {

        /** The id of the application. */
        public String id() {
            return application.value().id();
        }
    }

    /**
     * The application, while it waits for a decision.
     *
     * @param admitted for whom there is such a form
     * @throws NoSuchPageException when there is none for them
     * @throws MovedOnException when it waits no more, as when the form was sent twice
     */
    Subject subject(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Predicate<Official> admitted) {
        Official official = pages.official(code, request, reader);
        if (!admitted.test(official)) {
            throw new NoSuchPageException();
        }
        Versioned<ApplicationFacts> found = official.person().found(ApplicationFacts.one(code, id));
        if (!States.UNDECIDED.contains(found.value().status())) {
            throw new MovedOnException(WorkPages.application(code, id));
        }
        return subject(code, official, found);
    }

    /**
     * The application, once it is decided.
     *
     * @throws NoSuchPageException when it is not, or is none of theirs
     */
    public Subject decided(String code, String id, HttpServletRequest request, Reader reader) {
        Official official = pages.official(code, request, reader);
        Versioned<ApplicationFacts> found = official.person().found(ApplicationFacts.one(code, id));
        if (found.value().decision() == null) {
            throw new NoSuchPageException();
        }
        return subject(code, official, found);
    }

    private static Subject subject(
            String code, Official official, Versioned<ApplicationFacts> found) {
        WorkCall call = official.person().found(WorkCall.one(code, found.value().callId())).value();
        return new Subject(code, official, found, call);
    }

    /**
     * An empty form that keeps long texts whole.
     *
     * @param key what its hidden field brought back; null for a new one
     */
    public FilledForm form(@Nullable String key) {
        return new FilledForm(FormKeys.of(key, clock.instant()), LONGEST);
    }

    /**
     * Sends what was read of a form, unless there is something wrong with it already.
     *
     * @param sending puts the question of the act
     * @param refusals what the service's reasons are called on the form
     * @param done the answer once it is done
     * @param again the page with the form, which then says what is wrong
     */
    public static String send(
            FilledForm form,
            HttpServletResponse response,
            Supplier<? extends Answer<?>> sending,
            Refusals refusals,
            Supplier<String> done,
            Supplier<String> again) {
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return again.get();
        }
        Answer<?> answer = sending.get();
        return Outcome.of(
                answer,
                response,
                _ -> done.get(),
                () -> {
                    refusals.tell(form, answer);
                    return again.get();
                });
    }

    /**
     * Puts the form on its page.
     *
     * @param name the last part of its address
     * @param seen the version that its act goes by
     */
    public void show(
            Subject subject,
            String name,
            FilledForm form,
            String seen,
            Reader reader,
            Model model) {
        head(subject, name, reader, model);
        model.addAttribute("form", form);
        model.addAttribute("seen", seen);
    }

    /**
     * Puts what such a page shows at its top.
     *
     * @param name the last part of its address
     */
    void head(Subject subject, String name, Reader reader, Model model) {
        pages.frame(
                subject.code(),
                WorkPages.application(subject.code(), subject.id()) + "/" + name,
                reader,
                model);
        ApplicationView.head(
                model,
                subject.application().value(),
                subject.call(),
                subject.code(),
                reader.language());
    }
}
