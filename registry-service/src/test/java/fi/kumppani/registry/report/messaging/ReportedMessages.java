package fi.kumppani.registry.report.messaging;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Money;
import fi.kumppani.contracts.events.Event;
import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.contracts.events.Registration;
import fi.kumppani.contracts.events.RegistrationCancelled;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationSubmitted;
import fi.kumppani.contracts.newsletter.Issue;
import fi.kumppani.contracts.newsletter.IssueSent;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.kit.testing.TestMessage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What services tell of one municipality, as far as the report listens.
 *
 * @param municipality its code
 */
record ReportedMessages(String municipality) {

    private static final LocalizedTexts TEXT = new LocalizedTexts("teksti", null, null);

    TestMessage association(String id, long sequence, boolean active) {
        var state =
                new Association(
                        id,
                        TEXT,
                        null,
                        null,
                        "other",
                        municipality,
                        null,
                        List.of(),
                        active ? "verified" : "dissolved",
                        active,
                        false);
        return message(
                sequence == 1 ? new AssociationRegistered(state) : new AssociationChanged(state),
                id,
                sequence);
    }

    TestMessage submitted(String id, long sequence) {
        return message(
                new ApplicationSubmitted(
                        new Application(
                                id,
                                municipality + "/2023/00001",
                                "call",
                                "association",
                                2023,
                                euros("400.00"),
                                "submitted",
                                null,
                                List.of(),
                                null,
                                false)),
                id,
                sequence);
    }

    TestMessage decided(String id, long sequence, String granted, LocalDate on) {
        return message(
                new ApplicationDecided(
                        new Application(
                                id,
                                municipality + "/2023/00001",
                                "call",
                                "association",
                                2023,
                                euros("400.00"),
                                granted.equals("0.00") ? "refused" : "partly-granted",
                                euros(granted),
                                List.of(),
                                on,
                                false)),
                id,
                sequence);
    }

    TestMessage event(String id, long sequence, int year, boolean cancelled) {
        Instant start = Instant.parse(year + "-09-24T14:00:00Z");
        var state =
                new Event(
                        id,
                        TEXT,
                        null,
                        new Event.Venue(TEXT, null),
                        null,
                        start,
                        start.plusSeconds(7200),
                        start.minusSeconds(86400),
                        80,
                        cancelled ? "cancelled" : "published",
                        false);
        Record told =
                cancelled
                        ? new EventCancelled(state)
                        : sequence == 1 ? new EventPublished(state) : new EventChanged(state);
        return message(told, id, sequence);
    }

    TestMessage registration(String eventId, long number, long sequence, boolean confirmed) {
        String id = eventId + ":" + number;
        var state =
                new Registration(id, eventId, number, confirmed ? "confirmed" : "cancelled", false);
        return message(
                confirmed ? new RegistrationConfirmed(state) : new RegistrationCancelled(state),
                id,
                sequence);
    }

    TestMessage issue(String id, Instant sentAt) {
        return message(
                new IssueSent(new Issue(id, "list", 2, 2024, TEXT, 83, sentAt, false)), id, 1);
    }

    private TestMessage message(Record told, String id, long sequence) {
        return TestMessage.of(told)
                .about(id)
                .in(municipality)
                .sequence(sequence)
                .at(Instant.parse("2026-01-01T10:00:00Z").plusSeconds(3600 * sequence));
    }

    private static Money euros(String amount) {
        return new Money(amount, "EUR");
    }
}
