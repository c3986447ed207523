package fi.kumppani.events.needs.persistence;

import fi.kumppani.events.needs.NeedsCount;
import fi.kumppani.kit.text.LocalizedText;

import java.util.List;

/** A count as it is kept for good. */
record NeedsCountDocument(int registrations, int people, List<AskedDocument> questions) {

    record AskedDocument(
            String question,
            LocalizedText label,
            String purpose,
            List<AnsweredDocument> answered,
            int written) {}

    record AnsweredDocument(String option, LocalizedText label, int registrations, int people) {}

    static NeedsCountDocument from(NeedsCount count) {
        return new NeedsCountDocument(
                count.registrations(),
                count.people(),
                count.questions().stream()
                        .map(
                                asked ->
                                        new AskedDocument(
                                                asked.id(),
                                                asked.label(),
                                                asked.purpose(),
                                                asked.answered().stream()
                                                        .map(
                                                                each ->
                                                                        new AnsweredDocument(
                                                                                each.option(),
                                                                                each.label(),
                                                                                each
                                                                                        .registrations(),
                                                                                each.people()))
                                                        .toList(),
                                                asked.written()))
                        .toList());
    }

    NeedsCount toDomain() {
        return new NeedsCount(
                registrations,
                people,
                questions.stream()
                        .map(
                                asked ->
                                        new NeedsCount.Asked(
                                                asked.question(),
                                                asked.label(),
                                                asked.purpose(),
                                                asked.answered().stream()
                                                        .map(
                                                                each ->
                                                                        new NeedsCount.Answered(
                                                                                each.option(),
                                                                                each.label(),
                                                                                each
                                                                                        .registrations(),
                                                                                each.people()))
                                                        .toList(),
                                                List.of(),
                                                asked.written()))
                        .toList());
    }
}
