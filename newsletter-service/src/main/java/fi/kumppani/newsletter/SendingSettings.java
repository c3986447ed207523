package fi.kumppani.newsletter;

import fi.kumppani.newsletter.dispatch.Patience;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How patient sending is; see {@link Patience}.
 *
 * @param lease how long a claim holds; more than handing a letter over can take
 * @param firstRetry how long to wait after the server put a letter off the first time; doubles
 * @param longestRetry the most of that
 * @param giveUpAfter how long a letter is tried at all
 * @param sweepEvery how often the store is looked through for work that nobody woke us for
 * @param issueConnections how many connections one issue may take; fewer than there are, so that
 *     mails somebody waits for pass it by
 */
@ConfigurationProperties("kumppani.sending")
record SendingSettings(
        @DefaultValue("45s") Duration lease,
        @DefaultValue("1m") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("4d") Duration giveUpAfter,
        @DefaultValue("10m") Duration sweepEvery,
        @DefaultValue("3") int issueConnections) {

    Patience patience() {
        return new Patience(lease, firstRetry, longestRetry, giveUpAfter, sweepEvery);
    }
}
