package fi.kumppani.registry.report.messaging;

import fi.kumppani.contracts.events.Event;
import fi.kumppani.contracts.events.Registration;
import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.newsletter.Issue;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.Municipality;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.PoisonMessageException;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.registry.report.Inhabitants;
import fi.kumppani.registry.report.News;
import fi.kumppani.registry.report.News.Told;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads from the others' messages what the report counts. */
final class ReportNews {

    private ReportNews() {}

    static News of(InboundMessage<?> message, Municipality municipality) {
        requireOwn(message, municipality.code());
        return new News.OfMunicipality(
                told(message, municipality.code()),
                municipality.populations().stream()
                        .max(Comparator.comparing(Municipality.Population::asOf))
                        .map(p -> new Inhabitants(p.inhabitants(), p.asOf(), p.source())));
    }

    static News of(InboundMessage<?> message, Association association) {
        requireOwn(message, association.homeMunicipality());
        return new News.OfAssociation(
                told(message, association.id()),
                association.active() && !association.status().equals("dissolved"));
    }

    static News of(InboundMessage<?> message, Application application) {
        return new News.OfApplication(told(message, application.id()), granted(application));
    }

    static News of(InboundMessage<?> message, Event event) {
        return new News.OfEvent(
                told(message, event.id()),
                event.status().equals("cancelled")
                        ? OptionalInt.empty()
                        : OptionalInt.of(year(event.startsAt())));
    }

    static News of(InboundMessage<?> message, Registration registration) {
        return new News.OfRegistration(
                told(message, registration.id()),
                registration.eventId(),
                registration.number(),
                registration.status().equals("confirmed"));
    }

    static News of(InboundMessage<?> message, Issue issue) {
        return new News.OfIssue(told(message, issue.id()), year(issue.sentAt()));
    }

    private static Optional<News.Granted> granted(Application application) {
        if (application.granted() == null) {
            return Optional.empty();
        }
        Euros amount = Euros.from(application.granted());
        if (amount.equals(Euros.ZERO)) {
            return Optional.empty();
        }
        LocalDate on = application.decidedOn();
        if (on == null) {
            throw new PoisonMessageException("A grant without the day of its decision");
        }
        return Optional.of(new News.Granted(on, amount));
    }

    private static Told told(InboundMessage<?> message, String id) {
        if (!message.subject().equals(id)) {
            throw new PoisonMessageException("Message " + message.id() + " is not of its subject");
        }
        return new Told(id, message.sequence(), message.time());
    }

    /** Whoever tells something of another municipality than their own is not believed. */
    private static void requireOwn(InboundMessage<?> message, String municipality) {
        if (!message.municipality().value().equals(municipality)) {
            throw new PoisonMessageException(
                    "Message " + message.id() + " is of another municipality than its header says");
        }
    }

    private static int year(Instant moment) {
        return moment.atZone(FinnishTime.ZONE).getYear();
    }
}
