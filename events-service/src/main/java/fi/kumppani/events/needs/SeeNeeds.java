package fi.kumppani.events.needs;

import fi.kumppani.events.admission.Question;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.registration.KeptNeeds;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Shows what those who have a seat need, to those who see to it. */
@Service
public class SeeNeeds {

    private static final int PAGE = 500;

    private final Events events;
    private final Registrations registrations;
    private final KeptNeeds needs;
    private final NeedsCounts counts;

    SeeNeeds(Events events, Registrations registrations, KeptNeeds needs, NeedsCounts counts) {
        this.events = events;
        this.registrations = registrations;
        this.needs = needs;
        this.counts = counts;
    }

    /**
     * Somebody who needs something.
     *
     * @param answers by the question
     */
    public record Needing(Registration registration, Map<Question, List<String>> answers) {}

    /**
     * Those with a seat who need something, in order of arrival; the event's journal tells who read
     * it, first.
     *
     * @param after only numbers greater than this; 0 for the beginning
     * @param limit the most to give
     * @return empty when there is no such event
     */
    public Optional<List<Needing>> list(EventId id, long after, int limit, Actor by) {
        return registrations
                .decide(
                        id,
                        desk -> {
                            desk.log(
                                    JournalEntry.of(
                                            JournalEntry.Kind.NEEDS_READ,
                                            by,
                                            "from number " + (after + 1)));
                            return desk.event();
                        })
                .map(
                        event -> {
                            List<Needing> found = new ArrayList<>();
                            eachSeated(
                                    event,
                                    after,
                                    (registration, answers) -> {
                                        if (found.size() < limit) {
                                            found.add(needing(event, registration, answers));
                                        }
                                    });
                            return found;
                        });
    }

    private static Needing needing(
            Event event, Registration registration, Map<String, List<String>> answers) {
        var byQuestion = new LinkedHashMap<Question, List<String>>();
        for (Question question : event.rules().form().questions()) {
            List<String> answer = answers.get(question.id());
            if (answer != null) {
                byQuestion.put(question, answer);
            }
        }
        return new Needing(registration, byQuestion);
    }

    /** How many need what; empty when there is no such event. */
    public Optional<NeedsCount> count(EventId id) {
        return events.find(id).map(event -> counts.of(id).orElseGet(() -> count(event)));
    }

    NeedsCount count(Event event) {
        List<Map.Entry<Registration, Map<String, List<String>>>> all = new ArrayList<>();
        eachSeated(event, 0, (registration, answers) -> all.add(Map.entry(registration, answers)));
        List<NeedsCount.Asked> asked =
                event.rules().form().questions().stream()
                        .filter(Question::isSensitive)
                        .map(question -> asked(question, all))
                        .toList();
        return new NeedsCount(
                all.size(), all.stream().mapToInt(each -> people(each.getKey())).sum(), asked);
    }

    private static NeedsCount.Asked asked(
            Question question, List<Map.Entry<Registration, Map<String, List<String>>>> all) {
        List<NeedsCount.Answered> answered =
                question.options().stream()
                        .map(
                                option -> {
                                    List<Registration> chose =
                                            all.stream()
                                                    .filter(
                                                            each ->
                                                                    each.getValue()
                                                                            .getOrDefault(
                                                                                    question.id(),
                                                                                    List.of())
                                                                            .contains(option.id()))
                                                    .map(Map.Entry::getKey)
                                                    .toList();
                                    return new NeedsCount.Answered(
                                            option.id(),
                                            option.label(),
                                            chose.size(),
                                            chose.stream().mapToInt(SeeNeeds::people).sum());
                                })
                        .toList();
        List<String> texts =
                question.kind() == Question.Kind.TEXT
                        ? all.stream()
                                .flatMap(
                                        each ->
                                                each
                                                        .getValue()
                                                        .getOrDefault(question.id(), List.of())
                                                        .stream())
                                .sorted()
                                .toList()
                        : List.of();
        return new NeedsCount.Asked(
                question.id(),
                question.label(),
                WireCodes.of(question.purpose()),
                answered,
                texts,
                texts.size());
    }

    private static int people(Registration registration) {
        return registration.particulars().party().seats();
    }

    private void eachSeated(
            Event event, long after, BiConsumer<Registration, Map<String, List<String>>> visitor) {
        long last = event.seating().last();
        for (long from = after; from < last; from += PAGE) {
            List<Registration> seated =
                    registrations.list(event.id(), from, PAGE).stream()
                            .filter(Registration.Confirmed.class::isInstance)
                            .toList();
            var found =
                    needs.of(event.id(), seated.stream().map(each -> each.id().number()).toList());
            for (Registration registration : seated) {
                Map<String, List<String>> answers = found.get(registration.id().number());
                if (answers != null) {
                    visitor.accept(registration, answers);
                }
            }
        }
    }
}
