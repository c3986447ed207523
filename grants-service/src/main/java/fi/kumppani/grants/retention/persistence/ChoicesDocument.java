package fi.kumppani.grants.retention.persistence;

import fi.kumppani.grants.retention.DocumentKind;
import fi.kumppani.grants.retention.RetentionChoice;
import fi.kumppani.kit.text.WireCodes;

import java.time.Instant;
import java.time.Period;
import java.util.List;

/** What one municipality chose, as it is kept. */
record ChoicesDocument(List<ChoicePart> choices) {

    static final ChoicesDocument NONE = new ChoicesDocument(List.of());

    record ChoicePart(String kind, String kept, String decidedIn, String by, Instant at) {

        static ChoicePart from(RetentionChoice choice) {
            return new ChoicePart(
                    WireCodes.of(choice.kind()),
                    choice.kept().toString(),
                    choice.decidedIn(),
                    choice.by(),
                    choice.at());
        }

        RetentionChoice toDomain() {
            return new RetentionChoice(
                    WireCodes.read(DocumentKind.class, kind).orElseThrow(),
                    Period.parse(kept),
                    decidedIn,
                    by,
                    at);
        }
    }
}
