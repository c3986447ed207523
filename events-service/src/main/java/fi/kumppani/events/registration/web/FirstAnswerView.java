package fi.kumppani.events.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.registration.FirstAnswer;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a registration, as it was then. The link to see and cancel it goes to the address.
 *
 * @param status {@code confirmed}, {@code waitlisted} or {@code requested}
 * @param place in the queue; absent for those who have a seat
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FirstAnswerView(
        String id, String eventId, long number, String status, @Nullable Long place) {

    static FirstAnswerView of(FirstAnswer answer) {
        return new FirstAnswerView(
                answer.id().toString(),
                answer.id().event().value(),
                answer.id().number(),
                answer.requested() ? "requested" : answer.seated() ? "confirmed" : "waitlisted",
                answer.place() > 0 ? answer.place() : null);
    }
}
