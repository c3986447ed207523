package fi.kumppani.grants.interest.persistence;

import fi.kumppani.grants.interest.Ground;
import fi.kumppani.grants.interest.Recusal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The recusals from one application, under its id. */
record RecusalsDocument(List<Entry> entries) {

    record Entry(String subject, String ground, String manner, Instant at) {

        static Entry from(Recusal recusal) {
            return new Entry(
                    recusal.subject(),
                    recusal.ground().name(),
                    recusal.manner().name(),
                    recusal.at());
        }

        Recusal toDomain() {
            return new Recusal(subject, Ground.valueOf(ground), Recusal.Manner.valueOf(manner), at);
        }

        boolean saysTheSameAs(Entry other) {
            return subject.equals(other.subject)
                    && ground.equals(other.ground)
                    && manner.equals(other.manner);
        }
    }

    boolean knows(Entry entry) {
        return entries.stream().anyMatch(entry::saysTheSameAs);
    }

    RecusalsDocument with(Entry entry) {
        return new RecusalsDocument(Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    List<Recusal> toDomain() {
        return entries.stream().map(Entry::toDomain).toList();
    }
}
