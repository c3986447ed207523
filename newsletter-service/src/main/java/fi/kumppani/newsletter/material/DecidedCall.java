package fi.kumppani.newsletter.material;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

/**
 * What came of a call for grants: how many got how much together, and nobody by name.
 *
 * @param callId the call
 * @param title what it is called
 * @param granted how many applications were granted something, at least one
 * @param sum what they were granted together
 */
public record DecidedCall(String callId, LocalizedText title, int granted, Euros sum) {}
