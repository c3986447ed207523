package fi.kumppani.grants.notification.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import fi.kumppani.grants.notification.Channel;
import fi.kumppani.grants.notification.Statement;
import fi.kumppani.kit.problem.FieldErrors;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * How the party is told.
 *
 * @param channel {@code letter}, {@code email} or {@code receipt}
 * @param sentOn the day it was sent; for all but e-mail, whose sending the service hears of
 * @param consentedOn the day the party consented to be told electronically; for e-mail alone
 */
record SendingRequest(
        @NotNull Way channel, @Nullable LocalDate sentOn, @Nullable LocalDate consentedOn) {

    enum Way {
        @JsonProperty("letter")
        LETTER,
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("receipt")
        RECEIPT
    }

    /**
     * The statement.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    Statement.Sent statement(Statement.Source source) {
        FieldErrors errors = new FieldErrors();
        if (channel == Way.EMAIL) {
            if (sentOn != null) {
                errors.add("sentOn", "not-expected", "The day the mail leaves is heard of");
            }
            if (consentedOn == null) {
                errors.add("consentedOn", "missing", "E-mail needs the party's consent");
            }
        } else {
            if (sentOn == null) {
                errors.add("sentOn", "missing", "The day it was sent");
            }
            if (consentedOn != null) {
                errors.add("consentedOn", "not-expected", "Only e-mail needs consent");
            }
        }
        errors.throwIfAny();
        return new Statement.Sent(Channel.valueOf(channel.name()), sentOn, consentedOn, source);
    }
}
