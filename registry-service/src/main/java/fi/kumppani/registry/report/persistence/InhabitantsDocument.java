package fi.kumppani.registry.report.persistence;

import fi.kumppani.registry.report.Inhabitants;

import java.time.LocalDate;

/** The newest figure of a municipality as it is kept. */
record InhabitantsDocument(long number, LocalDate asOf, String source) {

    static InhabitantsDocument from(Inhabitants inhabitants) {
        return new InhabitantsDocument(
                inhabitants.number(), inhabitants.asOf(), inhabitants.source());
    }

    Inhabitants toDomain() {
        return new Inhabitants(number, asOf, source);
    }
}
