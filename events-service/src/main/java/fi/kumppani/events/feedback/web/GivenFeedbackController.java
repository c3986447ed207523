package fi.kumppani.events.feedback.web;

import fi.kumppani.events.feedback.FeedbackForm;
import fi.kumppani.events.feedback.GiveFeedback;
import fi.kumppani.events.feedback.GiveFeedback.Outcome;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationLinks;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody who came says of the event, for whoever holds their link. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/registrations/{number}/feedback")
class GivenFeedbackController {

    private static final String TOKEN = "X-Link-Token";

    private final RegistrationLinks links;
    private final GiveFeedback giveFeedback;

    GivenFeedbackController(RegistrationLinks links, GiveFeedback giveFeedback) {
        this.links = links;
        this.giveFeedback = giveFeedback;
    }

    /**
     * What is answered; what is left out is not answered any more.
     *
     * @param answers by the id of the question, a choice as ids of options
     */
    record AnswersRequest(
            @NotNull @Size(max = 50)
                    Map<
                                    @Size(max = 40) String,
                                    @NotNull @Size(max = 50) List<
                                            @NotNull @Size(max = 1000) String>>
                            answers) {

        /** Says nothing of what was answered, so that no log does. */
        @Override
        public String toString() {
            return "AnswersRequest[]";
        }
    }

    /**
     * What is asked, and what was answered so far.
     *
     * @param anonymous whether answers are kept without who gave them
     * @param closesAt until when they can be changed
     */
    record AskedView(
            List<QuestionBody> questions,
            boolean anonymous,
            Instant closesAt,
            Map<String, List<String>> answers) {

        /** Says nothing of what was answered, so that no log does. */
        @Override
        public String toString() {
            return "AskedView[]";
        }
    }

    /** What whoever holds the link is asked, and what they have answered. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping
    ResponseEntity<AskedView> see(
            @PathVariable String event,
            @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return answer(giveFeedback.see(open(event, number, token)));
    }

    /** Answers, in place of what was answered before. */
    @OpenToSignedLink
    @RateLimited
    @PutMapping
    ResponseEntity<AskedView> give(
            @PathVariable String event,
            @PathVariable String number,
            @Valid @RequestBody AnswersRequest request,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return answer(giveFeedback.give(open(event, number, token), request.answers()));
    }

    private static ResponseEntity<AskedView> answer(Optional<Outcome> outcome) {
        return switch (outcome.orElseThrow(Problems::notFound)) {
            case Outcome.Open(FeedbackForm form, Instant closesAt, var answers) ->
                    ResponseEntity.ok()
                            .cacheControl(CacheControl.noStore())
                            .body(
                                    new AskedView(
                                            form.form().questions().stream()
                                                    .map(QuestionBody::of)
                                                    .toList(),
                                            form.anonymous(),
                                            closesAt,
                                            answers));
            case Outcome.Faulty(var faults) -> {
                FieldErrors errors = new FieldErrors();
                faults.forEach(
                        (question, fault) ->
                                errors.add(
                                        "answers." + question,
                                        WireCodes.of(fault),
                                        "See the questions"));
                throw Problems.invalid(errors.all());
            }
            case Outcome.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private RegistrationStatus open(String event, String number, @Nullable String token) {
        if (token == null) {
            throw Problems.notFound();
        }
        return RegistrationId.parse(event + ":" + number)
                .flatMap(id -> links.open(id, token))
                .orElseThrow(Problems::notFound);
    }
}
