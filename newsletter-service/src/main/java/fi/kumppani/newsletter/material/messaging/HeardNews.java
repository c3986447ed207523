package fi.kumppani.newsletter.material.messaging;

import fi.kumppani.contracts.Money;
import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.material.KeepNews;
import fi.kumppani.newsletter.material.NewAssociation;

import java.time.LocalDate;

/** What is kept of decisions and associations. */
record HeardNews(KeepNews keepNews) {

    private static final String VERIFIED = "verified";

    void decided(InboundMessage<?> message, Application application) {
        Money granted = application.granted();
        LocalDate on = application.decidedOn();
        Euros sum = granted == null ? Euros.ZERO : Euros.from(granted);
        if (on == null || application.imported() || sum.equals(Euros.ZERO)) {
            keepNews.undecided(message.subject(), message.sequence());
            return;
        }
        keepNews.decided(message.subject(), message.sequence(), application.callId(), sum, on);
    }

    void verified(InboundMessage<?> message, Association association) {
        if (isGone(association)) {
            keepNews.gone(message.subject(), message.sequence());
            return;
        }
        keepNews.verified(told(message, association), message.sequence());
    }

    void changed(InboundMessage<?> message, Association association) {
        if (isGone(association)) {
            keepNews.gone(message.subject(), message.sequence());
            return;
        }
        keepNews.changed(told(message, association), message.sequence());
    }

    private static boolean isGone(Association association) {
        return association.imported() || !association.status().equals(VERIFIED);
    }

    private static NewAssociation told(InboundMessage<?> message, Association association) {
        return new NewAssociation(
                message.subject(),
                LocalizedText.from(association.name()),
                association.themes(),
                message.time());
    }
}
