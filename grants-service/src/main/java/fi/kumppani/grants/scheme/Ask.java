package fi.kumppani.grants.scheme;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as far as amounts go.
 *
 * @param requested the amount asked for
 * @param totalCost what it costs as a whole; null when not told
 * @param events how many events it is for, at least 1
 */
public record Ask(Euros requested, @Nullable Euros totalCost, int events) {}
