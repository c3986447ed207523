package fi.kumppani.events.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.registration.RegisterForEvent;
import fi.kumppani.events.registration.RegisterForSeries;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What came of registering for a series.
 *
 * @param events in the order of time
 * @param following whether they are registered for what is announced later, too
 */
record SeriesRegistrationView(List<OfEventView> events, boolean following) {

    /**
     * What came of one event.
     *
     * @param status {@code confirmed}, {@code waitlisted}, {@code requested}, {@code told-by-mail},
     *     {@code form-needed} where its own form asks for more, or {@code refused}
     * @param number of the registration
     * @param place in the queue; absent for those who do not wait in it
     * @param reason why it was refused, as it would be to whoever registers for the event alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfEventView(
            String eventId,
            LocalizedText title,
            Instant startsAt,
            Instant endsAt,
            String status,
            @Nullable Long number,
            @Nullable Long place,
            @Nullable String reason) {

        static OfEventView of(RegisterForSeries.OfEvent each) {
            return switch (each.outcome()) {
                case RegisterForEvent.Outcome.Registered(var answer) -> {
                    FirstAnswerView told = FirstAnswerView.of(answer);
                    yield of(each.event(), told.status(), told.number(), told.place(), null);
                }
                case RegisterForEvent.Outcome.ToldByMail _ ->
                        of(each.event(), "told-by-mail", null, null, null);
                case RegisterForEvent.Outcome.Faulty _ ->
                        of(each.event(), "form-needed", null, null, null);
                case RegisterForEvent.Outcome.Refused(var reason) ->
                        of(each.event(), "refused", null, null, WireCodes.of(reason));
                case RegisterForEvent.Outcome.KeyReused _,
                        RegisterForEvent.Outcome.OnlyWithSeries _ ->
                        throw new IllegalStateException("No outcome of one event of a series");
            };
        }

        private static OfEventView of(
                Event event,
                String status,
                @Nullable Long number,
                @Nullable Long place,
                @Nullable String reason) {
            Schedule schedule = event.details().schedule();
            return new OfEventView(
                    event.id().value(),
                    event.details().title(),
                    schedule.startsAt(),
                    schedule.endsAt(),
                    status,
                    number,
                    place,
                    reason);
        }
    }

    static SeriesRegistrationView of(List<RegisterForSeries.OfEvent> events, boolean following) {
        return new SeriesRegistrationView(events.stream().map(OfEventView::of).toList(), following);
    }
}
