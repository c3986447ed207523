package fi.kumppani.events.registration.persistence;

import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.RegisterForEvent;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.kit.store.Creation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many who register at once, each until they are answered, and what they remember of it: who was
 * answered before whom asked.
 */
final class Arrivals {

    private final AtomicLong moments = new AtomicLong();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();

    /**
     * Somebody who was registered.
     *
     * @param asked when they asked first, as a moment of this history
     * @param answered when they were answered
     * @param number theirs
     * @param seated whether they were told to have a seat
     */
    record Arrival(long asked, long answered, long number, boolean seated) {}

    /**
     * Somebody registers, told apart by a word, and asks again until there is an answer.
     *
     * @return what they were answered; kept in this history when they are registered
     */
    RegisterForEvent.Outcome register(ServiceInstance instance, EventId event, String word) {
        long asked = moments.incrementAndGet();
        RegisterForEvent.Outcome outcome = ask(instance, event, word);
        if (outcome instanceof RegisterForEvent.Outcome.Registered(var answer)) {
            arrivals.add(
                    new Arrival(
                            asked,
                            moments.incrementAndGet(),
                            answer.id().number(),
                            answer.place() == 0));
        }
        return outcome;
    }

    private static RegisterForEvent.Outcome ask(
            ServiceInstance instance, EventId event, String word) {
        return ServiceInstance.untilAnswered(
                () ->
                        SeatsLife.here(
                                        () ->
                                                instance.does()
                                                        .register()
                                                        .register(
                                                                event,
                                                                SaidByRegistrant.of(person(word)),
                                                                null,
                                                                new Creation("key-" + word, "h")))
                                .orElseThrow());
    }

    /** Those who were registered, by their numbers. */
    List<Arrival> all() {
        return arrivals.stream().sorted(Comparator.comparingLong(Arrival::number)).toList();
    }

    /** Whoever was answered before another asked is before them, and each has a number. */
    void assertInOrder() {
        List<Arrival> inOrder = all();
        assertThat(inOrder).extracting(Arrival::number).doesNotHaveDuplicates();
        List<Arrival> passed = new ArrayList<>();
        long lastAsked = 0;
        for (Arrival arrival : inOrder) {
            if (arrival.answered() < lastAsked) {
                passed.add(arrival);
            }
            lastAsked = Math.max(lastAsked, arrival.asked());
        }
        assertThat(passed).as("answered before somebody asked who is before them").isEmpty();
    }
}
