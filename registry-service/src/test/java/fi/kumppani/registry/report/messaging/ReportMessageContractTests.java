package fi.kumppani.registry.report.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.events.RegistrationWaitlisted;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationSubmitted;
import fi.kumppani.contracts.newsletter.IssueSent;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.PoisonMessageException;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.registry.report.Inhabitants;
import fi.kumppani.registry.report.News;
import fi.kumppani.registry.report.News.Granted;
import fi.kumppani.registry.report.News.Told;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

class ReportMessageContractTests {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void countsAnActiveAssociation() {
        var golden = golden(AssociationRegistered.TYPE, AssociationRegistered.class).association();
        assertThat(ReportNews.of(message(golden.id(), "743"), golden))
                .isEqualTo(new News.OfAssociation(told(golden.id()), true));
    }

    @Test
    void countsTheEurosOfADecisionInTheYearOfItsDay() {
        var golden = golden(ApplicationDecided.TYPE, ApplicationDecided.class).application();
        assertThat(ReportNews.of(message(golden.id(), "052"), golden))
                .isEqualTo(
                        new News.OfApplication(
                                told(golden.id()),
                                Optional.of(
                                        new Granted(
                                                LocalDate.parse("2027-03-01"),
                                                Euros.parse("350.00")))));
    }

    @Test
    void countsNothingForAnApplicationThatIsNotDecided() {
        var golden = golden(ApplicationSubmitted.TYPE, ApplicationSubmitted.class).application();
        assertThat(ReportNews.of(message(golden.id(), "052"), golden))
                .isEqualTo(new News.OfApplication(told(golden.id()), Optional.empty()));
    }

    @Test
    void countsAnEventInTheYearOfItsStartUnlessCancelled() {
        var published = golden(EventPublished.TYPE, EventPublished.class).event();
        int year = published.startsAt().atZone(FinnishTime.ZONE).getYear();
        assertThat(ReportNews.of(message(published.id(), "179"), published))
                .isEqualTo(new News.OfEvent(told(published.id()), OptionalInt.of(year)));
        var cancelled = golden(EventCancelled.TYPE, EventCancelled.class).event();
        assertThat(ReportNews.of(message(cancelled.id(), "179"), cancelled))
                .isEqualTo(new News.OfEvent(told(cancelled.id()), OptionalInt.empty()));
    }

    @Test
    void countsConfirmedRegistrations() {
        var confirmed =
                golden(RegistrationConfirmed.TYPE, RegistrationConfirmed.class).registration();
        assertThat(ReportNews.of(message(confirmed.id(), "179"), confirmed))
                .isEqualTo(
                        new News.OfRegistration(
                                told(confirmed.id()),
                                confirmed.eventId(),
                                confirmed.number(),
                                true));
        var waiting =
                golden(RegistrationWaitlisted.TYPE, RegistrationWaitlisted.class).registration();
        assertThat(ReportNews.of(message(waiting.id(), "179"), waiting))
                .isInstanceOfSatisfying(
                        News.OfRegistration.class, news -> assertThat(news.confirmed()).isFalse());
    }

    @Test
    void countsAnIssueInTheYearItWasSent() {
        var golden = golden(IssueSent.TYPE, IssueSent.class).issue();
        assertThat(ReportNews.of(message(golden.id(), "743"), golden))
                .isEqualTo(new News.OfIssue(told(golden.id()), 2024));
    }

    @Test
    void takesTheNewestFigureOfInhabitants() {
        var golden = golden(MunicipalityDescribed.TYPE, MunicipalityDescribed.class).municipality();
        assertThat(ReportNews.of(message("743", "743"), golden))
                .isEqualTo(
                        new News.OfMunicipality(
                                told("743"),
                                Optional.of(
                                        new Inhabitants(
                                                66_120,
                                                LocalDate.parse("2024-09-26"),
                                                "Seinäjoki and Evijärvi slides, 26.9.2024"))));
    }

    @Test
    void believesNobodyWhoSpeaksOfAnotherMunicipalityOrSubject() {
        var golden = golden(AssociationRegistered.TYPE, AssociationRegistered.class).association();
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> ReportNews.of(message(golden.id(), "052"), golden));
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> ReportNews.of(message("another", "743"), golden));
    }

    private static <T> T golden(String type, Class<T> data) {
        return MessageJson.mapper().readValue(GoldenMessages.of(type), data);
    }

    private static InboundMessage<String> message(String subject, String municipality) {
        return new InboundMessage<>(
                "message",
                "type",
                "source",
                AT,
                subject,
                new MunicipalityCode(municipality),
                7,
                "message",
                null,
                "data");
    }

    private static Told told(String subject) {
        return new Told(subject, 7, AT);
    }
}
