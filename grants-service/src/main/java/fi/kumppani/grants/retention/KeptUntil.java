package fi.kumppani.grants.retention;

import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicantYears;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Filing;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells until when what an application brought with it is kept. */
@Service
class KeptUntil {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private final ReadLifespan lifespans;
    private final GrantCalls calls;
    private final ApplicantYears years;
    private final GrantApplications applications;

    KeptUntil(
            ReadLifespan lifespans,
            GrantCalls calls,
            ApplicantYears years,
            GrantApplications applications) {
        this.lifespans = lifespans;
        this.calls = calls;
        this.years = years;
        this.applications = applications;
    }

    /** Whether something is open about an application. */
    Lifespan lifespan(GrantApplication application) {
        return lifespans.of(application);
    }

    /**
     * The last day documents of a kind are kept; empty for ever, while something is open, and when
     * an application brings none of the kind.
     */
    Optional<LocalDate> of(GrantApplication application, Lifespan lifespan, RetentionRule rule) {
        if (application instanceof GrantApplication.Draft) {
            return rule.kind() == DocumentKind.DRAFT ? draft(application.filing(), rule) : none();
        }
        if (rule.kind() == DocumentKind.DRAFT || !(lifespan instanceof Lifespan.Ended ended)) {
            return none();
        }
        LocalDate since =
                rule.from() == RetentionRule.From.DECIDED ? ended.decidedOn() : ended.endedOn();
        Optional<LocalDate> own = rule.until(since);
        return rule.kind() == DocumentKind.BANK_ACCOUNT
                ? own.flatMap(day -> withOthers(application.filing(), rule, day))
                : own;
    }

    private Optional<LocalDate> draft(Filing filing, RetentionRule rule) {
        return calls.announced(filing.call())
                .map(call -> FinnishTime.dayOf(call.terms().window().closesAt()))
                .flatMap(rule::until);
    }

    /** An account serves all grants of its association, and goes with the last of them. */
    private Optional<LocalDate> withOthers(Filing filing, RetentionRule rule, LocalDate own) {
        List<ApplicationId> all = years.handedIn(filing.applicant(), FIRST_YEAR, LAST_YEAR);
        Collection<Stored<GrantApplication>> others = applications.findAll(all).values();
        LocalDate last = own;
        for (Stored<GrantApplication> each : others) {
            if (each.body() instanceof GrantApplication.Draft) {
                continue;
            }
            if (!(lifespans.of(each.body()) instanceof Lifespan.Ended ended)) {
                return none();
            }
            LocalDate until = rule.until(ended.endedOn()).orElse(last);
            last = until.isAfter(last) ? until : last;
        }
        return Optional.of(last);
    }

    private static Optional<LocalDate> none() {
        return Optional.empty();
    }
}
