package fi.kumppani.events.needs.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.admission.Question;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.needs.NeedsCount;
import fi.kumppani.events.needs.SeeNeeds;
import fi.kumppani.events.needs.SeeNeeds.Needing;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.regex.Pattern;

/** What those who have a seat need, for the coordinators of the event; erased after it. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/needs")
class NeedsController {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    private final SeeNeeds seeNeeds;

    NeedsController(SeeNeeds seeNeeds) {
        this.seeNeeds = seeNeeds;
    }

    /**
     * Somebody who needs something.
     *
     * @param name absent for those whose name is not known
     * @param seats how many come under the number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NeedingView(long number, @Nullable String name, int seats, List<AnswerView> answers) {

        static NeedingView of(Needing needing) {
            var particulars = needing.registration().particulars();
            return new NeedingView(
                    needing.registration().id().number(),
                    particulars.registrant() instanceof Registrant.Person person
                            ? person.name()
                            : null,
                    particulars.party().seats(),
                    needing.answers().entrySet().stream()
                            .map(each -> AnswerView.of(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    /**
     * An answer.
     *
     * @param purpose {@code catering} or {@code accessibility}
     * @param chosen labels of what was chosen
     * @param text what was written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerView(
            String question,
            LocalizedText label,
            String purpose,
            @Nullable List<LocalizedText> chosen,
            @Nullable String text) {

        static AnswerView of(Question question, List<String> answer) {
            boolean isText = question.kind() == Question.Kind.TEXT;
            return new AnswerView(
                    question.id(),
                    question.label(),
                    WireCodes.of(question.purpose()),
                    isText
                            ? null
                            : question.options().stream()
                                    .filter(option -> answer.contains(option.id()))
                                    .map(Question.Option::label)
                                    .toList(),
                    isText ? String.join("\n", answer) : null);
        }
    }

    /** Those with a seat who need something, in order of arrival; the journal tells who read it. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    ResponseEntity<Page<NeedingView>> list(
            @PathVariable String event, Cursor cursor, CurrentUser user) {
        List<Needing> found =
                seeNeeds.list(
                                new EventId(event),
                                after(cursor.after()),
                                cursor.fetchSize(),
                                Actor.coordinator(user.subject()))
                        .orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        cursor.page(found, each -> Long.toString(each.registration().id().number()))
                                .map(NeedingView::of));
    }

    /**
     * How many need what.
     *
     * @param registrations that need something
     * @param people who come under them
     */
    record CountView(int registrations, int people, List<AskedView> questions) {}

    /**
     * A question.
     *
     * @param texts what was written, in no order; nothing once needs are erased
     * @param written how many wrote something
     */
    record AskedView(
            String question,
            LocalizedText label,
            String purpose,
            List<AnsweredView> answered,
            List<String> texts,
            int written) {}

    /** An answer, how many registrations chose it, and how many people come under them. */
    record AnsweredView(String option, LocalizedText label, int registrations, int people) {}

    /** How many need what, for the kitchen and the venue: no names, and still there afterwards. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/counts")
    ResponseEntity<CountView> counts(@PathVariable String event) {
        NeedsCount count = seeNeeds.count(new EventId(event)).orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new CountView(
                                count.registrations(),
                                count.people(),
                                count.questions().stream().map(NeedsController::view).toList()));
    }

    private static AskedView view(NeedsCount.Asked asked) {
        return new AskedView(
                asked.id(),
                asked.label(),
                asked.purpose(),
                asked.answered().stream()
                        .map(
                                each ->
                                        new AnsweredView(
                                                each.option(),
                                                each.label(),
                                                each.registrations(),
                                                each.people()))
                        .toList(),
                asked.texts(),
                asked.written());
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!NUMBER.matcher(cursor).matches()) {
            throw Problems.malformed(
                    "cursor", "malformed", "A cursor is taken from a page as it is");
        }
        return Long.parseLong(cursor);
    }
}
