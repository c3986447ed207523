package fi.kumppani.newsletter.sender;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * What is asked of the domains of municipalities' own senders.
 *
 * @param spfInclude what the SPF record of a domain must include that sends through the
 *     deployment's mail server; null when any SPF record will do
 * @param lookEvery how often the records are looked at again
 */
public record DomainRules(@Nullable String spfInclude, Duration lookEvery) {}
