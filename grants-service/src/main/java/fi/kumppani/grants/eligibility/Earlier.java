package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;

/**
 * An application that the same association has handed in for the same budget year.
 *
 * @param application its id
 * @param call the call it answers
 * @param kind the kind of that call
 * @param amount what was granted, or is asked for until it is decided
 */
public record Earlier(String application, CallId call, GrantKind kind, Euros amount) {}
