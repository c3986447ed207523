package fi.kumppani.grants.handling;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.grants.scheme.Criterion;
import fi.kumppani.grants.scheme.Scheme;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Officers take applications, review them and close their review rounds. That who does so is not
 * disqualified has been asked before.
 */
@Service
public class HandleApplication {

    private final Handlings handlings;
    private final EnterArrivals enterArrivals;
    private final ReleaseDisqualified releaseDisqualified;
    private final JudgeImpartiality impartiality;
    private final GrantCalls calls;
    private final Clock clock;

    HandleApplication(
            Handlings handlings,
            EnterArrivals enterArrivals,
            ReleaseDisqualified releaseDisqualified,
            JudgeImpartiality impartiality,
            GrantCalls calls,
            Clock clock) {
        this.handlings = handlings;
        this.enterArrivals = enterArrivals;
        this.releaseDisqualified = releaseDisqualified;
        this.impartiality = impartiality;
        this.calls = calls;
        this.clock = clock;
    }

    /** How an application is handled; empty while it is not handed in. */
    public Optional<Look> look(GrantApplication application) {
        if (application instanceof GrantApplication.Draft) {
            return Optional.empty();
        }
        CallId call = application.filing().call();
        Optional<Handling> row = releaseDisqualified.releaseFrom(application);
        CallHandling known = row.isPresent() ? handlings.of(call) : enterArrivals.enter(call);
        return row.or(() -> releaseDisqualified.releaseFrom(application))
                .map(found -> new Look(found, known, schemeOf(call)));
    }

    /**
     * Assigns an application to an officer, who may be the one who assigns it.
     *
     * @param seen the revision of the row that whoever assigns has seen
     */
    public Result assign(GrantApplication application, String officer, String by, long seen) {
        if (!officer.equals(by) && impartiality.of(officer, application.matter()).isPresent()) {
            return new Result.Refused(HandlingRefusal.ASSIGNEE_DISQUALIFIED);
        }
        Instant now = now();
        return change(
                application,
                look -> {
                    Handling row = look.row();
                    if (row.revision() != seen) {
                        return HandlingMove.stay(new Result.Stale());
                    }
                    return move(
                            look,
                            row.assigned(new Assignment(officer, by, now)),
                            HandlingMove.What.ASSIGNED,
                            by);
                });
    }

    /**
     * Makes an application nobody's again.
     *
     * @param seen the revision of the row that whoever releases it has seen
     */
    public Result unassign(GrantApplication application, String by, long seen) {
        return change(
                application,
                look -> {
                    Handling row = look.row();
                    if (row.revision() != seen) {
                        return HandlingMove.stay(new Result.Stale());
                    }
                    if (row.assignment() == null) {
                        return refused(HandlingRefusal.NOT_ASSIGNED);
                    }
                    return move(look, row.assigned(null), HandlingMove.What.UNASSIGNED, by);
                });
    }

    /**
     * Keeps a review; given again before the round is closed, the later one counts.
     *
     * @param points by criterion
     * @param seen the revision of the own review that the reviewer has seen; 0 for none
     */
    public Result review(
            GrantApplication application,
            String reviewer,
            Map<String, Integer> points,
            @Nullable String comment,
            long seen) {
        Instant now = now();
        return change(
                application,
                look -> {
                    List<Criterion> criteria = look.scheme().criteria();
                    if (criteria.isEmpty()) {
                        return refused(HandlingRefusal.NO_CRITERIA);
                    }
                    if (look.isRoundOver()) {
                        return refused(HandlingRefusal.REVIEW_ROUND_CLOSED);
                    }
                    Optional<Review> before = look.row().reviewOf(reviewer);
                    int revision = before.map(Review::revision).orElse(0);
                    if (revision != seen) {
                        return HandlingMove.stay(new Result.Stale());
                    }
                    List<PointFault> faults = PointFault.in(points, criteria);
                    if (!faults.isEmpty()) {
                        return HandlingMove.stay(new Result.Faulty(faults));
                    }
                    Review given =
                            new Review(
                                    reviewer,
                                    points,
                                    comment,
                                    revision + 1,
                                    before.map(Review::firstGivenAt).orElse(now),
                                    false);
                    return move(
                            look, look.row().reviewed(given), HandlingMove.What.REVIEWED, reviewer);
                });
    }

    /**
     * Closes the review round of one application, such as in a call without rounds.
     *
     * @param seen the revision of the row that whoever closes it has seen
     */
    public Result close(GrantApplication application, String by, long seen) {
        Instant now = now();
        return change(
                application,
                look -> {
                    Handling row = look.row();
                    if (look.isRoundOver()) {
                        return refused(HandlingRefusal.REVIEW_ROUND_CLOSED);
                    }
                    if (row.revision() != seen) {
                        return HandlingMove.stay(new Result.Stale());
                    }
                    return move(look, row.closed(now), HandlingMove.What.ROUND_CLOSED, by);
                });
    }

    /** Closes the review round of all applications of a call; said again, it is closed. */
    public CallHandling closeAll(CallId call, String by) {
        return handlings.close(call, by, now());
    }

    private Result change(
            GrantApplication application, Function<Look, HandlingMove<Result>> decide) {
        Optional<HandlingRefusal> closed = refusalOf(application);
        if (closed.isPresent()) {
            return new Result.Refused(closed.get());
        }
        ApplicationId id = application.filing().id();
        CallId call = application.filing().call();
        Scheme scheme = schemeOf(call);
        if (handlings.rows(List.of(id)).isEmpty()) {
            var _ = enterArrivals.enter(call);
        }
        return handlings
                .change(call, id, seen -> decide.apply(new Look(seen.row(), seen.call(), scheme)))
                .orElseThrow(() -> new IllegalStateException("What arrived has no row"));
    }

    private static Optional<HandlingRefusal> refusalOf(GrantApplication application) {
        return switch (application) {
            case GrantApplication.Draft _ -> Optional.of(HandlingRefusal.NOT_SUBMITTED);
            case GrantApplication.Withdrawn _ -> Optional.of(HandlingRefusal.WITHDRAWN);
            case GrantApplication.Transferred _ -> Optional.of(HandlingRefusal.TRANSFERRED);
            case GrantApplication.Deciding _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    Optional.of(HandlingRefusal.ALREADY_DECIDED);
            case GrantApplication.Submitted _, GrantApplication.Supplementing _ -> Optional.empty();
        };
    }

    private static HandlingMove<Result> move(
            Look look, Handling next, HandlingMove.What what, String by) {
        return HandlingMove.to(
                next,
                look.scheme().criteria(),
                what,
                by,
                new Result.Done(new Look(next, look.call(), look.scheme())));
    }

    private static HandlingMove<Result> refused(HandlingRefusal reason) {
        return HandlingMove.stay(new Result.Refused(reason));
    }

    private Scheme schemeOf(CallId call) {
        return calls.announced(call)
                .map(GrantCall.Announced::terms)
                .map(terms -> terms.scheme())
                .orElse(Scheme.PLAIN);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is as asked. */
        record Done(Look look) implements Result {}

        /** Somebody else changed it first. */
        record Stale() implements Result {}

        /** These points cannot be given. */
        record Faulty(List<PointFault> faults) implements Result {}

        /** It stays as it was. */
        record Refused(HandlingRefusal reason) implements Result {}
    }
}
