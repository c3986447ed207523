package fi.kumppani.newsletter.sender.dns;

import fi.kumppani.newsletter.sender.DomainRules;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How the domains of municipalities' own senders are looked at.
 *
 * @param spfInclude the domain whose SPF record names the deployment's mail server, for domains
 *     that send through it to include; absent when any SPF record will do
 * @param resolver the name server to ask; absent for those of the machine
 * @param timeout for an answer
 * @param lookEvery how often the records are looked at again
 */
@ConfigurationProperties("kumppani.sender-domains")
public record DomainSettings(
        @Nullable String spfInclude,
        @Nullable String resolver,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("6h") Duration lookEvery) {

    /** What is asked of the domains. */
    public DomainRules rules() {
        return new DomainRules(
                spfInclude == null || spfInclude.isBlank() ? null : spfInclude, lookEvery);
    }
}
