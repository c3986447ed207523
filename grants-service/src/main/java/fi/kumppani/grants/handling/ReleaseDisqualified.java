package fi.kumppani.grants.handling;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicantYears;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.interest.Casework;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.interest.Ground;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.grants.interest.Part;
import fi.kumppani.grants.scheme.Criterion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Releases from applications those who turn out to be disqualified: what is assigned to them is
 * nobody's again, their reviews count no more, and the log says so. It happens when a tie is
 * declared, and again whenever rows are looked at, for a tie may begin later and a mandate is only
 * heard of.
 */
@Service
public class ReleaseDisqualified implements Casework {

    private static final Set<Ground> WITHOUT_DAYS = Set.of(Ground.MANDATE, Ground.OWN_STATEMENT);

    private final Handlings handlings;
    private final GrantApplications applications;
    private final ApplicantYears years;
    private final GrantCalls calls;
    private final JudgeImpartiality impartiality;
    private final Clock clock;

    ReleaseDisqualified(
            Handlings handlings,
            GrantApplications applications,
            ApplicantYears years,
            GrantCalls calls,
            JudgeImpartiality impartiality,
            Clock clock) {
        this.handlings = handlings;
        this.applications = applications;
        this.years = years;
        this.calls = calls;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    @Override
    public void reconsider(String subject, AssociationId association) {
        int year = FinnishTime.today(clock).getYear();
        List<GrantApplication> handedIn =
                applications
                        .findAll(years.handedIn(association, year - 1, year + 1))
                        .values()
                        .stream()
                        .map(Stored::body)
                        .toList();
        var _ = release(handedIn, rowsOf(handedIn));
        handedIn.forEach(each -> each.decided().ifPresent(this::noteDecider));
    }

    /** Releases whoever must be from one application; its row as it then is, if there is one. */
    public Optional<Handling> releaseFrom(GrantApplication application) {
        return Optional.ofNullable(
                release(List.of(application), rowsOf(List.of(application)))
                        .get(application.filing().id()));
    }

    private Map<ApplicationId, Handling> rowsOf(Collection<GrantApplication> asked) {
        return handlings.rows(asked.stream().map(each -> each.filing().id()).toList());
    }

    /**
     * Releases whoever must be.
     *
     * @param rows those of the applications, as far as there are any
     * @return the rows as they then are
     */
    Map<ApplicationId, Handling> release(
            Collection<GrantApplication> asked, Map<ApplicationId, Handling> rows) {
        LocalDate today = FinnishTime.today(clock);
        Map<Part, Handling> parts = new HashMap<>();
        for (GrantApplication application : asked) {
            Handling row = rows.get(application.filing().id());
            if (row != null && !isOver(application)) {
                row.participants()
                        .forEach(
                                each ->
                                        parts.put(
                                                new Part(
                                                        each.subject(),
                                                        application.matter(),
                                                        FinnishTime.dayOf(each.since()),
                                                        today),
                                                row));
            }
        }
        Map<Part, Disqualification> disqualified = impartiality.ofParts(parts.keySet());
        if (disqualified.isEmpty()) {
            return rows;
        }
        Map<CallId, List<Criterion>> criteria = new HashMap<>();
        disqualified.forEach(
                (part, why) -> {
                    Handling row = parts.get(part);
                    if (row != null) {
                        impartiality.release(part.subject(), part.matter(), why);
                        release(
                                row,
                                part.subject(),
                                criteria.computeIfAbsent(row.call(), this::criteria));
                    }
                });
        Map<ApplicationId, Handling> after = new HashMap<>(rows);
        Set<ApplicationId> changed = new HashSet<>();
        disqualified
                .keySet()
                .forEach(part -> changed.add(new ApplicationId(part.matter().application())));
        after.putAll(handlings.rows(changed));
        return after;
    }

    private void release(Handling row, String subject, List<Criterion> criteria) {
        var _ =
                handlings.change(
                        row.call(),
                        row.application(),
                        seen -> {
                            boolean released =
                                    seen.row()
                                            .participants()
                                            .noneMatch(each -> each.subject().equals(subject));
                            return released
                                    ? HandlingMove.stay(false)
                                    : HandlingMove.to(
                                            seen.row().without(subject),
                                            criteria,
                                            HandlingMove.What.PARTICIPANT_RELEASED,
                                            subject,
                                            true);
                        });
    }

    /** What is decided stays; that its maker was disqualified on that day is written down. */
    private void noteDecider(GrantApplication.Decided decided) {
        if (decided.filing().imported()) {
            return;
        }
        var request = decided.decision().request();
        Part part =
                new Part(
                        request.decidedBy(),
                        decided.matter(),
                        request.decidedOn(),
                        request.decidedOn());
        Disqualification why = impartiality.ofParts(List.of(part)).get(part);
        if (why != null && !WITHOUT_DAYS.contains(why.ground())) {
            impartiality.release(request.decidedBy(), decided.matter(), why);
        }
    }

    private List<Criterion> criteria(CallId call) {
        return calls.announced(call)
                .map(found -> found.terms().scheme().criteria())
                .orElse(List.of());
    }

    private static boolean isOver(GrantApplication application) {
        return switch (application) {
            case GrantApplication.Draft _,
                    GrantApplication.Submitted _,
                    GrantApplication.Supplementing _ ->
                    false;
            case GrantApplication.Withdrawn _,
                    GrantApplication.Transferred _,
                    GrantApplication.Deciding _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    true;
        };
    }
}
