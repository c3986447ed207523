package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.eligibility.Earlier;
import fi.kumppani.grants.eligibility.EarlierApplications;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What each association has handed in for each budget year, so that what it may have in all is
 * judged in one place, however many of its applications arrive at once.
 */
public interface ApplicantYears extends EarlierApplications {

    /**
     * For how long a draft that was entered counts as if it had been handed in: a crash in between
     * leaves such an entry, and it must not stand in the way for good.
     */
    Duration ENTRY_COUNTS = Duration.ofMinutes(10);

    /**
     * Enters applications of the past, so that what was granted is found; they stand in the way of
     * none. Entered again, they stay as they are.
     *
     * @param kind of their call
     */
    void remember(Collection<GrantApplication> imported, GrantKind kind, Instant now);

    /** All that an association handed in, or was about to, for these budget years. */
    List<ApplicationId> handedIn(AssociationId applicant, int firstYear, int lastYear);

    /**
     * What associations were granted for these budget years, each in the order of the years; those
     * that were granted nothing are left out. Two look-ups, however many they are.
     */
    Map<AssociationId, List<PastGrant>> granted(
            Collection<AssociationId> applicants, int firstYear, int lastYear);

    /** What an application was granted for a budget year. */
    record PastGrant(int year, ApplicationId application, Euros granted) {}

    /**
     * Judges an application among the others of the year and enters it when it is eligible; entered
     * again, it takes its own place.
     *
     * @param judge asked perhaps several times, with the others that count then
     */
    GrantApplication.Eligibility enter(
            AssociationId applicant,
            int year,
            Earlier own,
            Instant now,
            Function<List<Earlier>, GrantApplication.Eligibility> judge);
}
