package fi.kumppani.grants.retention.persistence;

import fi.kumppani.grants.retention.DocumentKind;
import fi.kumppani.grants.retention.Erasure;
import fi.kumppani.grants.retention.ErasureLog;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** What was erased of one thing, as it is kept under its id. */
record ErasuresDocument(List<ErasurePart> erasures) {

    static final String UNDER_WAY = "under-way";
    private static final String DONE = "done";

    static ErasuresDocument from(ErasureLog log) {
        return new ErasuresDocument(log.erasures().stream().map(ErasurePart::from).toList());
    }

    ErasureLog toDomain(String subject) {
        return new ErasureLog(subject, erasures.stream().map(ErasurePart::toDomain).toList());
    }

    String state() {
        return erasures.stream().anyMatch(each -> each.doneAt() == null) ? UNDER_WAY : DONE;
    }

    record ErasurePart(
            String kind, String kept, LocalDate until, Instant begunAt, @Nullable Instant doneAt) {

        static ErasurePart from(Erasure erasure) {
            return new ErasurePart(
                    WireCodes.of(erasure.kind()),
                    erasure.kept().toString(),
                    erasure.until(),
                    erasure.begunAt(),
                    erasure.doneAt());
        }

        Erasure toDomain() {
            return new Erasure(
                    WireCodes.read(DocumentKind.class, kind).orElseThrow(),
                    Period.parse(kept),
                    until,
                    begunAt,
                    doneAt);
        }
    }
}
