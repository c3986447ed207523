package fi.kumppani.localstack.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.localstack.demonstration.DemonstrationFiles.NextEvent;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Place;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class NextDatesTests {

    @Test
    void followTheClockOfFinlandAcrossTheEndOfSummerTime() {
        var request = new NextDates(LocalDate.of(2026, 9, 28)).request(jarjestoilta());

        assertThat(request.get("coffeeFrom").asString()).isEqualTo("2026-11-03T14:45:00Z");
        assertThat(request.get("startsAt").asString()).isEqualTo("2026-11-03T15:00:00Z");
        assertThat(request.get("endsAt").asString()).isEqualTo("2026-11-03T17:00:00Z");
        assertThat(request.get("registrationDeadline").asString())
                .isEqualTo("2026-11-01T21:59:59Z");
    }

    @Test
    void putACallIntoTheYearItClosesIn() {
        var place = placeOf("052");
        var request =
                new NextDates(LocalDate.of(2026, 12, 1)).request(place.nextCalls().getFirst());

        assertThat(request.get("year").asInt()).isEqualTo(2027);
        assertThat(request.get("closesAt").asString()).isEqualTo("2027-01-26T21:59:59Z");
    }

    private static NextEvent jarjestoilta() {
        return placeOf("179").nextEvents().getFirst();
    }

    private static Place placeOf(String code) {
        return DemonstrationFiles.places().stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
