package fi.kumppani.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.admission.RegistrationRules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPositionTests {

    @Test
    void survivesItsTravelInACursor() {
        Event event =
                Event.Draft.of(
                                new EventId("e_1"),
                                EventFixtures.evening(),
                                RegistrationRules.seats(80))
                        .publish(EventFixtures.NOW);
        ListPosition position = ListPosition.beginning(EventFixtures.NOW).behind(event);

        assertThat(ListPosition.parse(position.toString())).contains(position);
        assertThat(position.past()).isFalse();
        assertThat(ListPosition.beginning(event.details().schedule().endsAt()).behind(event).past())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1_u_2", "x_u_2_id", "9223372036854775808_u_2_id"})
    void isNothingElse(String text) {
        assertThat(ListPosition.parse(text)).isEmpty();
    }
}
