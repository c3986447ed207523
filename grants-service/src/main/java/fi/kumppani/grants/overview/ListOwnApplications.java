package fi.kumppani.grants.overview;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.award.Answer;
import fi.kumppani.grants.award.AnswerAward;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicantYears;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.BegunApplications;
import fi.kumppani.grants.grantapplication.FinishDecision;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.Recoveries;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.grants.usagereport.DueReport;
import fi.kumppani.grants.usagereport.FindDueReports;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the applications of associations with what is due of each, by look-ups of ids alone. */
@Service
public class ListOwnApplications {

    /** The most that are listed, the latest ones. */
    public static final int MOST = 200;

    private static final int YEARS_BACK = 10;

    private final GrantApplications applications;
    private final BegunApplications begunApplications;
    private final ApplicantYears years;
    private final GrantCalls calls;
    private final FinishDecision finishDecision;
    private final Awards awards;
    private final AnswerAward answerAward;
    private final FindDueReports dueReports;
    private final Recoveries recoveries;
    private final Clock clock;

    ListOwnApplications(
            GrantApplications applications,
            BegunApplications begunApplications,
            ApplicantYears years,
            GrantCalls calls,
            FinishDecision finishDecision,
            Awards awards,
            AnswerAward answerAward,
            FindDueReports dueReports,
            Recoveries recoveries,
            Clock clock) {
        this.applications = applications;
        this.begunApplications = begunApplications;
        this.years = years;
        this.calls = calls;
        this.finishDecision = finishDecision;
        this.awards = awards;
        this.answerAward = answerAward;
        this.dueReports = dueReports;
        this.recoveries = recoveries;
        this.clock = clock;
    }

    /**
     * What these associations have begun or handed in here within ten years, the latest first; at
     * most {@value #MOST}. What was imported is history and not listed.
     */
    public List<OwnApplication> of(Collection<AssociationId> associations) {
        List<GrantApplication> own =
                applications.findAll(ids(associations)).values().stream()
                        .map(Stored::body)
                        .filter(each -> !each.filing().imported())
                        .filter(each -> associations.contains(each.filing().applicant()))
                        .flatMap(each -> settled(each).stream())
                        .sorted(Comparator.comparing(ListOwnApplications::id).reversed())
                        .limit(MOST)
                        .toList();
        Looked looked = look(own);
        return own.stream().map(each -> own(each, looked)).toList();
    }

    private List<ApplicationId> ids(Collection<AssociationId> associations) {
        int thisYear = FinnishTime.today(clock).getYear();
        return Stream.concat(
                        begunApplications.of(associations).stream(),
                        associations.stream()
                                .flatMap(
                                        each ->
                                                years
                                                        .handedIn(
                                                                each,
                                                                thisYear - YEARS_BACK,
                                                                thisYear + 1)
                                                        .stream()))
                .distinct()
                .toList();
    }

    private Optional<GrantApplication> settled(GrantApplication application) {
        return application instanceof GrantApplication.Deciding deciding
                ? finishDecision.finish(deciding).map(Stored::body)
                : Optional.of(application);
    }

    private record Looked(
            Map<CallId, CallTerms> calls,
            Map<ApplicationId, Award> awards,
            Map<ApplicationId, DueReport> reports,
            Map<ApplicationId, Recovery> recoveries,
            Instant now) {}

    private Looked look(List<GrantApplication> own) {
        Map<CallId, CallTerms> terms = new HashMap<>();
        own.forEach(each -> terms.computeIfAbsent(each.filing().call(), calls::terms));
        List<ApplicationId> granted =
                own.stream()
                        .flatMap(each -> each.decided().stream())
                        .filter(decided -> decided.decision().granted().cents() > 0)
                        .map(decided -> decided.filing().id())
                        .toList();
        return new Looked(
                terms,
                awards.findAll(granted),
                dueReports.open(granted).stream()
                        .collect(
                                Collectors.toMap(
                                        due -> due.decided().filing().id(), Function.identity())),
                recoveries.findAll(granted),
                clock.instant());
    }

    private OwnApplication own(GrantApplication application, Looked looked) {
        CallTerms terms = looked.calls().get(application.filing().call());
        if (terms == null) {
            throw new IllegalStateException("An application without a call");
        }
        return new OwnApplication(
                application,
                terms.title(),
                switch (application) {
                    case GrantApplication.Draft _ ->
                            List.of(new Due.HandIn(closing(terms, looked.now())));
                    case GrantApplication.Supplementing waiting ->
                            List.of(
                                    new Due.Supplement(
                                            waiting.supplement().dueOn(),
                                            waiting.supplement().isOver(looked.now())));
                    case GrantApplication.Decided decided -> afterwards(decided, looked);
                    case GrantApplication.Revising revising ->
                            afterwards(revising.standing(), looked);
                    case GrantApplication.Submitted _,
                            GrantApplication.Withdrawn _,
                            GrantApplication.Transferred _,
                            GrantApplication.Deciding _ ->
                            List.of();
                });
    }

    private static @Nullable Instant closing(CallTerms terms, Instant now) {
        return terms.closings().stream().filter(now::isBefore).findFirst().orElse(null);
    }

    private List<Due> afterwards(GrantApplication.Decided decided, Looked looked) {
        if (decided.decision().granted().cents() == 0) {
            return List.of();
        }
        ApplicationId id = decided.filing().id();
        LocalDate today = FinnishTime.dayOf(looked.now());
        List<Due> due = new ArrayList<>();
        Award award = looked.awards().getOrDefault(id, Award.of(id));
        if (award.answer() instanceof Answer.Open) {
            LocalDate until = answerAward.acceptUntil(decided).orElse(null);
            due.add(new Due.Acceptance(until, until != null && today.isAfter(until)));
        }
        DueReport report = looked.reports().get(id);
        if (report != null && award.isAccepted()) {
            due.add(
                    new Due.Report(
                            report.dueOn().orElse(null), report.overdueSince(today).isPresent()));
        }
        due.addAll(receipts(decided, award, looked, today));
        Recovery recovery = looked.recoveries().get(id);
        if (recovery != null) {
            recovery.claims().forEach(claim -> due.addAll(claimed(recovery, claim, today)));
        }
        return due;
    }

    private static List<Due> receipts(
            GrantApplication.Decided decided, Award award, Looked looked, LocalDate today) {
        CallTerms terms = looked.calls().get(decided.filing().call());
        LocalDate by = terms == null ? null : terms.scheme().receiptsBy();
        return terms == null
                        || by == null
                        || terms.scheme().report() != null
                        || award.receipts() != null
                        || !award.isAccepted()
                ? List.of()
                : List.of(new Due.Receipts(by, today.isAfter(by)));
    }

    private static List<Due> claimed(Recovery recovery, RecoveryClaim claim, LocalDate today) {
        return switch (claim.stage()) {
            case RecoveryClaim.Stage.Proposed _ ->
                    claim.hearing() instanceof Hearing.Offered(var until, var answer)
                                    && answer == null
                                    && !today.isAfter(until)
                            ? List.of(new Due.Hearing(until))
                            : List.of();
            case RecoveryClaim.Stage.Decided decided ->
                    claim.amount().exceeds(recovery.returned(claim.number()))
                            ? List.of(
                                    new Due.Repayment(
                                            decided.dueOn(), today.isAfter(decided.dueOn())))
                            : List.of();
            case RecoveryClaim.Stage.Dropped _ -> List.of();
        };
    }

    private static String id(GrantApplication application) {
        return application.filing().id().value();
    }
}
