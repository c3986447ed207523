package fi.kumppani.events.event;

import static fi.kumppani.events.event.EventFixtures.DEADLINE;
import static fi.kumppani.events.event.EventFixtures.STARTS_AT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class ScheduleTests {

    private static final Instant LATER = STARTS_AT.plusSeconds(7200);

    @Test
    void holdsTogetherAtTheLimits() {
        assertThat(Schedule.faults(STARTS_AT, STARTS_AT, LATER, STARTS_AT)).isEmpty();
        assertThat(Schedule.faults(null, STARTS_AT, STARTS_AT.plusMillis(1), DEADLINE)).isEmpty();
    }

    @Test
    void findsEveryContradiction() {
        assertThat(Schedule.faults(LATER, STARTS_AT, STARTS_AT, LATER))
                .containsExactly(
                        Schedule.Fault.COFFEE_AFTER_START,
                        Schedule.Fault.END_NOT_AFTER_START,
                        Schedule.Fault.DEADLINE_AFTER_START);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(null, STARTS_AT, STARTS_AT, DEADLINE));
    }

    @Test
    void takesRegistrationsUpToTheVeryDeadline() {
        Schedule schedule = new Schedule(null, STARTS_AT, LATER, DEADLINE);

        assertThat(schedule.takesRegistrations(DEADLINE)).isTrue();
        assertThat(schedule.takesRegistrations(DEADLINE.plusMillis(1))).isFalse();
    }

    @Test
    void hasStartedAtItsStartAndIsOverAtItsEnd() {
        Schedule schedule = new Schedule(null, STARTS_AT, LATER, DEADLINE);

        assertThat(schedule.hasStarted(STARTS_AT.minusMillis(1))).isFalse();
        assertThat(schedule.hasStarted(STARTS_AT)).isTrue();
        assertThat(schedule.isOver(LATER.minusMillis(1))).isFalse();
        assertThat(schedule.isOver(LATER)).isTrue();
    }
}
