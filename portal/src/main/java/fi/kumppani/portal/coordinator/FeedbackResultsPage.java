package fi.kumppani.portal.coordinator;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.coordinator.FeedbackFacts.Counted;
import fi.kumppani.portal.coordinator.FeedbackFacts.Results;
import fi.kumppani.portal.event.FindEvent;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.List;

/** Shows coordinators how many of those who came answered what, and what they wrote; never who. */
@Controller
@RequestMapping("/m/{code}/events/{id}/feedback/results")
class FeedbackResultsPage {

    private static final Results NOTHING = new Results(0, List.of());

    private final FindEvent events;
    private final Coordinators coordinators;

    FeedbackResultsPage(FindEvent events, Coordinators coordinators) {
        this.events = events;
        this.coordinators = coordinators;
    }

    /**
     * A question with what was answered.
     *
     * @param answered how many answered it
     * @param text whether it was answered in words
     */
    record Row(Told label, int answered, boolean text, List<Chosen> options, List<String> texts) {}

    /**
     * An option.
     *
     * @param many how often it was chosen
     * @param share of those who answered the question, in percent; 0 when nobody did
     */
    record Chosen(Told label, int many, int share) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Results results =
                switch (coordinators
                        .of(code, request, reader)
                        .versioned(FeedbackFacts.results(code, id))) {
                    case Answer.Found<Versioned<Results>>(var found) -> found.value();
                    case Answer.Missing<Versioned<Results>> _ -> NOTHING;
                    case Answer.Refused<Versioned<Results>> _, Answer.Away<Versioned<Results>> _ ->
                            throw new UnavailablePageException();
                };
        model.addAttribute("event", events.find(code, id, reader));
        model.addAttribute("answered", results.answered());
        model.addAttribute(
                "rows",
                results.questions().stream().map(each -> row(each, reader.language())).toList());
        model.addAttribute("here", "/m/" + code + "/events/" + id + "/feedback/results");
        return "feedback-results";
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/events/{id}/feedback/results", request);
    }

    private static Row row(Counted counted, Language language) {
        return new Row(
                counted.question().label().told(language),
                counted.answered(),
                counted.question().kind().equals("text"),
                counted.question().options().stream()
                        .map(
                                option -> {
                                    int many = counted.options().getOrDefault(option.id(), 0);
                                    return new Chosen(
                                            option.label().told(language),
                                            many,
                                            counted.answered() == 0
                                                    ? 0
                                                    : Math.round(100f * many / counted.answered()));
                                })
                        .toList(),
                counted.texts());
    }
}
