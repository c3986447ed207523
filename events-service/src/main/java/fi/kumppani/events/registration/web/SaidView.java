package fi.kumppani.events.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.SaidByRegistrant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody said who registered, in the words of {@link RegistrationRequest}; for them alone.
 *
 * @param answers by the id of the question, those about needs among them
 * @param feedback what they answered after the event, by the id of the question; absent when
 *     nothing is known of it
 * @param follows the series of the event, when they follow it; absent when not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SaidView(
        String name,
        String email,
        String language,
        int seats,
        @Nullable String quota,
        @Nullable String associationId,
        @Nullable String group,
        Map<String, List<String>> answers,
        @Nullable DeputyView deputy,
        @Nullable Map<String, List<String>> feedback,
        @Nullable FollowsView follows) {

    /** A series that they follow. */
    record FollowsView(String seriesId, Instant since) {}

    /** Who may take their place. */
    record DeputyView(String name, String email) {

        static DeputyView of(Registrant.Person person) {
            return new DeputyView(person.name(), person.email().value());
        }

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "DeputyView[]";
        }
    }

    static SaidView of(
            SaidByRegistrant said,
            Map<String, List<String>> feedback,
            @Nullable FollowsView follows) {
        return new SaidView(
                said.person().name(),
                said.person().email().value(),
                said.person().language().code(),
                said.seats(),
                said.quota(),
                said.associationId(),
                said.group(),
                new TreeMap<>(said.answers()),
                said.deputy() == null ? null : DeputyView.of(said.deputy()),
                feedback.isEmpty() ? null : new TreeMap<>(feedback),
                follows);
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "SaidView[]";
    }
}
