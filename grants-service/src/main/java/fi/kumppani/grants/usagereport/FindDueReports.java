package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.eligibility.OwedReports;
import fi.kumppani.grants.grantapplication.ApplicantYears;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which reports are due, and until when. */
@Service
public class FindDueReports implements OwedReports {

    /** What is older is not asked for any more. */
    private static final int YEARS_BACK = 10;

    private final UsageReports reports;
    private final GrantApplications applications;
    private final ApplicantYears years;
    private final GrantCalls calls;
    private final Awards awards;

    FindDueReports(
            UsageReports reports,
            GrantApplications applications,
            ApplicantYears years,
            GrantCalls calls,
            Awards awards) {
        this.reports = reports;
        this.applications = applications;
        this.years = years;
        this.calls = calls;
        this.awards = awards;
    }

    /** The grounds of a call; empty when it asks for no report. */
    public Optional<Scheme> scheme(CallId call) {
        return calls.announced(call)
                .map(found -> found.terms().scheme())
                .filter(scheme -> scheme.report() != null);
    }

    /** The reports on these applications that are not handed in. */
    public List<DueReport> open(Collection<ApplicationId> ids) {
        Map<ApplicationId, UsageReport> open = new HashMap<>(reports.findAll(ids));
        open.values().removeIf(report -> !report.isOpen());
        if (open.isEmpty()) {
            return List.of();
        }
        Map<ApplicationId, Award> known = awards.findAll(open.keySet());
        Map<CallId, Optional<Scheme>> schemes = new HashMap<>();
        List<DueReport> due = new ArrayList<>();
        for (Stored<GrantApplication> each : applications.findAll(open.keySet()).values()) {
            standing(each.body())
                    .ifPresent(
                            decided -> {
                                ApplicationId id = decided.filing().id();
                                schemes.computeIfAbsent(decided.filing().call(), this::scheme)
                                        .map(
                                                asked ->
                                                        new DueReport(
                                                                open.getOrDefault(
                                                                        id, UsageReport.of(id)),
                                                                decided,
                                                                asked,
                                                                known.getOrDefault(
                                                                        id, Award.of(id))))
                                        .ifPresent(due::add);
                            });
        }
        return due;
    }

    /** The decision in force, also while it is being replaced. */
    private static Optional<GrantApplication.Decided> standing(GrantApplication application) {
        return (application instanceof GrantApplication.Revising revising
                        ? Optional.of(revising.standing())
                        : application.decided())
                .filter(decided -> decided.decision().granted().cents() > 0);
    }

    @Override
    public Map<AssociationId, Overdue> overdue(
            Collection<AssociationId> applicants, LocalDate today) {
        if (applicants.isEmpty()) {
            return Map.of();
        }
        List<ApplicationId> granted =
                years
                        .granted(applicants, today.getYear() - YEARS_BACK, today.getYear() + 1)
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .map(ApplicantYears.PastGrant::application)
                        .toList();
        Map<AssociationId, Overdue> first = new HashMap<>();
        for (DueReport due : open(granted)) {
            due.overdueSince(today)
                    .ifPresent(
                            day -> {
                                var _ =
                                        first.merge(
                                                due.decided().filing().applicant(),
                                                new Overdue(about(due), day),
                                                (one, other) ->
                                                        one.since().isAfter(other.since())
                                                                ? other
                                                                : one);
                            });
        }
        return first;
    }

    private static String about(DueReport due) {
        return due.decided()
                .number()
                .map(DiaryNumber::toString)
                .orElseGet(() -> due.decided().filing().id().value());
    }
}
