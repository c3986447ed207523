package fi.kumppani.grants.openness;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

/**
 * A decision that everybody may know of.
 *
 * @param terms of its call
 * @param decided the application; of what is in it only some may be told
 * @param applicant who applied; null while the registry has not told of them
 * @param paid what has left of the grant
 */
public record OpenDecision(
        CallId call,
        CallTerms terms,
        GrantApplication.Decided decided,
        @Nullable Applicant applicant,
        Euros paid) {}
