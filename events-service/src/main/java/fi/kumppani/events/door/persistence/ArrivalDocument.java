package fi.kumppani.events.door.persistence;

import fi.kumppani.events.door.Arrival;
import fi.kumppani.events.door.Category;

import java.time.Instant;
import java.util.List;

/** What was noted about one registration, under {@code <event>:<number>}. */
record ArrivalDocument(List<HeardDocument> heard) {

    record HeardDocument(String note, Instant at, int people, String category, boolean said) {}

    static ArrivalDocument from(Arrival arrival) {
        return new ArrivalDocument(
                arrival.heard().stream()
                        .map(
                                each ->
                                        new HeardDocument(
                                                each.note(),
                                                each.at(),
                                                each.people(),
                                                each.category().name(),
                                                each.said()))
                        .toList());
    }

    Arrival toDomain() {
        return new Arrival(
                heard.stream()
                        .map(
                                each ->
                                        new Arrival.Heard(
                                                each.note(),
                                                each.at(),
                                                each.people(),
                                                Category.valueOf(each.category()),
                                                each.said()))
                        .toList());
    }
}
