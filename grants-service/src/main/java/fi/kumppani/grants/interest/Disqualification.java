package fi.kumppani.grants.interest;

/**
 * That somebody must take no part in a matter (esteellisyys): neither prepare, propose nor decide
 * it, nor be present (hallintolaki 434/2003, 27 §).
 *
 * @param ground why; of several the first
 */
public record Disqualification(Ground ground) {}
