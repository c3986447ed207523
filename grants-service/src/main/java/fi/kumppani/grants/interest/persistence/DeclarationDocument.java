package fi.kumppani.grants.interest.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.interest.Declaration;
import fi.kumppani.grants.interest.Tie;
import fi.kumppani.grants.interest.TieKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A declaration as it is kept, under {@code <municipality>:<person>}. */
record DeclarationDocument(String subject, List<TiePart> ties) {

    static DeclarationDocument from(Declaration declaration) {
        return new DeclarationDocument(
                declaration.subject(), declaration.ties().stream().map(TiePart::from).toList());
    }

    Declaration toDomain() {
        return new Declaration(subject, ties.stream().map(TiePart::toDomain).toList());
    }

    record TiePart(
            String id,
            String association,
            String kind,
            LocalDate from,
            @Nullable LocalDate foreseenUntil,
            Instant declaredAt,
            List<EndPart> ends) {

        static TiePart from(Tie tie) {
            return new TiePart(
                    tie.id(),
                    tie.association().value(),
                    tie.kind().name(),
                    tie.from(),
                    tie.foreseenUntil(),
                    tie.declaredAt(),
                    tie.ends().stream()
                            .map(end -> new EndPart(end.until(), end.statedAt()))
                            .toList());
        }

        Tie toDomain() {
            return new Tie(
                    id,
                    new AssociationId(association),
                    TieKind.valueOf(kind),
                    from,
                    foreseenUntil,
                    declaredAt,
                    ends.stream().map(end -> new Tie.End(end.until(), end.statedAt())).toList());
        }
    }

    record EndPart(@Nullable LocalDate until, Instant statedAt) {}
}
