package fi.kumppani.grants.redress;

import fi.kumppani.grants.appeal.Editions;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.grantapplication.ReviseDecision;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Notifications;
import fi.kumppani.grants.redress.Redresses.Step;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes claims for a revised decision in, takes decisions up, and rules. A ruling that replaces the
 * decision is two writes, of which either may be the last before a crash: the application takes the
 * decision under a key that is the case's own, and the case takes note of it; whoever looks at a
 * case without a ruling looks for a decision under its key first.
 */
@Service
public class HandleRedress {

    /** A case leads to one decision, whatever else is asked for at the same time. */
    private static final String ONE_RULING = "ruling";

    private final Redresses redresses;
    private final Notifications notifications;
    private final ReplaceDecision replaceDecision;
    private final Editions editions;
    private final Clock clock;

    HandleRedress(
            Redresses redresses,
            Notifications notifications,
            ReplaceDecision replaceDecision,
            Editions editions,
            Clock clock) {
        this.redresses = redresses;
        this.notifications = notifications;
        this.replaceDecision = replaceDecision;
        this.editions = editions;
        this.clock = clock;
    }

    /** What was done about a decision; what a crash left is finished first. */
    public Stored<Redress> of(GrantApplication.Decided decided) {
        Stored<Redress> found = redresses.of(decided.filing().id());
        if (!isLeft(decided, found.body())) {
            return found;
        }
        var _ =
                redresses.change(
                        decided.filing().id(),
                        OptionalLong.empty(),
                        known -> noteMade(decided, known));
        return redresses.of(decided.filing().id());
    }

    /** The same for several. */
    public Map<ApplicationId, Redress> of(Collection<GrantApplication.Decided> decided) {
        Map<ApplicationId, Redress> known =
                redresses.findAll(decided.stream().map(each -> each.filing().id()).toList());
        return decided.stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                each -> each.filing().id(),
                                each -> {
                                    ApplicationId id = each.filing().id();
                                    Redress found = known.getOrDefault(id, Redress.of(id));
                                    return isLeft(each, found) ? of(each).body() : found;
                                }));
    }

    private static boolean isLeft(GrantApplication.Decided decided, Redress known) {
        return known.cases().stream()
                .anyMatch(each -> each.ruling() == null && made(decided, each).isPresent());
    }

    /**
     * Takes a claim in. One that is late is taken in too: it is for the board not to examine it.
     *
     * @param arrivedOn not in the future, and not before the decision
     */
    public Result receive(
            GrantApplication.Decided decided,
            RedressCase.Kind kind,
            LocalDate arrivedOn,
            RedressCase.Claim claim,
            Creation request) {
        Optional<Objection> objection = day(arrivedOn, decided);
        return objection.isPresent()
                ? new Result.Refused(objection.get())
                : begin(decided, kind, arrivedOn, claim, isLate(decided, kind, arrivedOn), request);
    }

    /**
     * A board takes the decision up, within the time in which it can be claimed against (kuntalaki
     * 410/2015, 92 §).
     */
    public Result takeUp(GrantApplication.Decided decided, LocalDate takenOn, Creation request) {
        Optional<Objection> objection = day(takenOn, decided);
        if (objection.isPresent()) {
            return new Result.Refused(objection.get());
        }
        return isLate(decided, RedressCase.Kind.TAKEN_UP, takenOn)
                ? new Result.Refused(Objection.TOO_LATE)
                : begin(decided, RedressCase.Kind.TAKEN_UP, takenOn, null, false, request);
    }

    private Optional<Objection> day(LocalDate day, GrantApplication.Decided decided) {
        if (day.isAfter(FinnishTime.today(clock))) {
            return Optional.of(Objection.IN_THE_FUTURE);
        }
        return day.isBefore(decided.decision().request().decidedOn())
                ? Optional.of(Objection.BEFORE_DECISION)
                : Optional.empty();
    }

    private Result begin(
            GrantApplication.Decided decided,
            RedressCase.Kind kind,
            LocalDate on,
            RedressCase.@Nullable Claim claim,
            boolean late,
            Creation request) {
        String hearer = hearer(decided);
        return redresses.change(
                decided.filing().id(),
                OptionalLong.empty(),
                known -> {
                    Optional<RedressCase> before = known.madeBy(request);
                    RedressCase added =
                            new RedressCase(
                                    known.next(),
                                    kind,
                                    on,
                                    late,
                                    decided.decisionNumber(),
                                    hearer,
                                    request,
                                    claim,
                                    null);
                    return before.isPresent()
                            ? new Step<Result>(known, 0, repeated(before.get(), request))
                            : new Step<Result>(
                                    known.with(added), added.number(), new Result.Done(added));
                });
    }

    private static Result repeated(RedressCase before, Creation request) {
        return before.request().equals(request) ? new Result.Done(before) : new Result.KeyReused();
    }

    /** A board hears claims against its own decisions, and the board above an official's. */
    private String hearer(GrantApplication.Decided decided) {
        DecisionMaker maker = decided.decision().request().maker();
        Optional<String> above =
                editions.on(decided.decision().request().decidedOn())
                        .map(edition -> edition.boardAbove().in(Language.FI).text());
        return switch (maker.kind()) {
            case BOARD -> Optional.ofNullable(maker.title()).or(() -> above).orElse("");
            case OFFICIAL -> above.orElse("");
        };
    }

    private boolean isLate(
            GrantApplication.Decided decided, RedressCase.Kind kind, LocalDate arrivedOn) {
        Notification told = notifications.of(decided).body();
        Optional<LocalDate> last =
                switch (kind) {
                    case PARTY_CLAIM -> told.partyUntil();
                    case MEMBER_CLAIM -> told.membersUntil();
                    case TAKEN_UP -> told.finalFrom().map(day -> day.minusDays(1));
                };
        return last.filter(arrivedOn::isAfter).isPresent();
    }

    /**
     * What a board ruled.
     *
     * @param outcome {@code REVISED} only with a verdict, and the others only without
     * @param verdict what is decided instead
     * @param section its number in the minutes
     * @param explanation why, for everybody; of a ruling that leaves the decision as it is
     */
    public record Order(
            RedressCase.Outcome outcome,
            @Nullable Verdict verdict,
            @Nullable String section,
            @Nullable LocalizedText explanation) {

        boolean isWhatWas(RedressCase.Ruling ruling) {
            return ruling.outcome() == outcome && Objects.equals(ruling.section(), section);
        }
    }

    /**
     * Rules on a case, once; the same order again is answered the same.
     *
     * @param by who records it, as the identity provider's opaque {@code sub}
     * @return empty when there is no such case
     */
    public Optional<Result> rule(
            GrantApplication.Decided decided, int number, Order order, String by) {
        return of(decided).body().find(number).map(found -> rule(decided, found, order, by));
    }

    private Result rule(
            GrantApplication.Decided decided, RedressCase found, Order order, String by) {
        if (found.ruling() != null && order.isWhatWas(found.ruling())) {
            return new Result.Done(found);
        }
        Optional<Objection> objection = objection(decided, found, order, by);
        if (objection.isPresent()) {
            return new Result.Refused(objection.get());
        }
        ApplicationId application = decided.filing().id();
        LocalDate today = FinnishTime.today(clock);
        if (order.verdict() != null) {
            var request =
                    new DecisionRequest(
                            order.verdict(),
                            new DecisionMaker(
                                    DecisionMaker.Kind.BOARD, found.hearer(), order.section()),
                            by,
                            today,
                            new Creation(found.key(application.value()), ONE_RULING));
            var result =
                    replaceDecision.replace(
                            decided, decided.decisionNumber(), cause(found), request);
            switch (result) {
                case ReviseDecision.Result.Made(var made) -> {
                    if (!made.decision().request().verdict().equals(order.verdict())) {
                        return new Result.Refused(Objection.RULED);
                    }
                }
                case ReviseDecision.Result.Refused(var reason) -> {
                    return new Result.NotRevised(reason);
                }
                case ReviseDecision.Result.Powerless(var why) -> {
                    return new Result.Powerless(why);
                }
                case ReviseDecision.Result.Disqualified(var why) -> {
                    return new Result.Disqualified(why);
                }
            }
        }
        return settle(
                application,
                found.number(),
                each ->
                        each.ruled(
                                new RedressCase.Ruling(
                                        order.outcome(),
                                        today,
                                        order.section(),
                                        order.explanation(),
                                        null)));
    }

    private static RevisionCause cause(RedressCase found) {
        return found.kind() == RedressCase.Kind.TAKEN_UP
                ? RevisionCause.TAKEN_UP
                : RevisionCause.CLAIM;
    }

    private static Optional<Objection> objection(
            GrantApplication.Decided decided, RedressCase found, Order order, String by) {
        if (found.ruling() != null) {
            return Optional.of(Objection.RULED);
        }
        DecisionRequest request = decided.decision().request();
        boolean own =
                request.maker().kind() == DecisionMaker.Kind.OFFICIAL
                        && request.decidedBy().equals(by);
        if (own && order.outcome() != RedressCase.Outcome.WITHDRAWN) {
            return Optional.of(Objection.OWN_DECISION);
        }
        boolean examined =
                order.outcome() == RedressCase.Outcome.REVISED
                        || order.outcome() == RedressCase.Outcome.DISMISSED;
        return found.late() && examined ? Optional.of(Objection.LATE_CLAIM) : Optional.empty();
    }

    private Result settle(
            ApplicationId application, int number, Function<RedressCase, RedressCase> change) {
        return redresses.change(
                application,
                OptionalLong.empty(),
                known -> {
                    RedressCase before = known.find(number).orElseThrow();
                    RedressCase after = before.ruling() == null ? change.apply(before) : before;
                    return new Step<Result>(
                            known.change(number, _ -> after), number, new Result.Done(after));
                });
    }

    /**
     * States when who claimed knew of the ruling.
     *
     * @return empty when there is no such case
     */
    public Optional<Result> told(
            GrantApplication.Decided decided,
            int number,
            LocalDate knownOn,
            OptionalLong expected) {
        if (of(decided).body().find(number).isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = FinnishTime.today(clock);
        return Optional.of(
                redresses.change(
                        decided.filing().id(),
                        expected,
                        known -> told(known, number, knownOn, today)));
    }

    private static Step<Result> told(
            Redress known, int number, LocalDate knownOn, LocalDate today) {
        RedressCase found = known.find(number).orElseThrow();
        RedressCase.Ruling ruling = found.ruling();
        if (ruling == null) {
            return refused(known, Objection.NOT_RULED);
        }
        if (knownOn.isAfter(today)) {
            return refused(known, Objection.IN_THE_FUTURE);
        }
        if (knownOn.isBefore(ruling.ruledOn())) {
            return refused(known, Objection.BEFORE_RULING);
        }
        RedressCase after = found.ruled(ruling.known(knownOn));
        return new Step<>(known.change(number, _ -> after), number, new Result.Done(after));
    }

    /** States that the decision was appealed to a court, or that the court's ruling is final. */
    public Result appealed(
            GrantApplication.Decided decided, Redress.CourtAppeal appeal, OptionalLong expected) {
        LocalDate today = FinnishTime.today(clock);
        LocalDate last = appeal.endedOn() == null ? appeal.filedOn() : appeal.endedOn();
        if (last.isAfter(today)) {
            return new Result.Refused(Objection.IN_THE_FUTURE);
        }
        if (last.isBefore(appeal.filedOn())) {
            return new Result.Refused(Objection.BEFORE_FILING);
        }
        return redresses.change(
                decided.filing().id(),
                expected,
                known -> new Step<Result>(known.appealed(appeal), 0, new Result.Done(null)));
    }

    private static Step<Result> refused(Redress known, Objection objection) {
        return new Step<>(known, 0, new Result.Refused(objection));
    }

    /** The decision that a case led to, if it did. */
    private static Optional<Decision> made(GrantApplication.Decided decided, RedressCase found) {
        String key = found.key(decided.filing().id().value());
        return Stream.concat(decided.earlier().stream(), Stream.of(decided.decision()))
                .filter(each -> each.request().request().key().equals(key))
                .findFirst();
    }

    private static Step<Boolean> noteMade(GrantApplication.Decided decided, Redress known) {
        Redress next = known;
        int changed = 0;
        for (RedressCase each : known.cases()) {
            Optional<Decision> made =
                    each.ruling() == null ? made(decided, each) : Optional.empty();
            if (made.isPresent()) {
                DecisionRequest request = made.get().request();
                changed = each.number();
                next =
                        next.change(
                                changed,
                                found ->
                                        found.ruled(
                                                new RedressCase.Ruling(
                                                        RedressCase.Outcome.REVISED,
                                                        request.decidedOn(),
                                                        request.maker().section(),
                                                        null)));
            }
        }
        return new Step<>(next, changed, true);
    }

    /** What came of it. */
    public sealed interface Result {

        /**
         * It is kept.
         *
         * @param redressCase the case as it is; absent for an appeal to a court
         */
        record Done(@Nullable RedressCase redressCase) implements Result {}

        /** It cannot be so. */
        record Refused(Objection objection) implements Result {}

        /** The decision could not be replaced. */
        record NotRevised(Refusal reason) implements Result {}

        /** The request's key was used before with other content. */
        record KeyReused() implements Result {}

        /** Whoever rules has no power to. */
        record Powerless(PowerLack why) implements Result {}

        /** Whoever rules must keep out of it. */
        record Disqualified(Disqualification why) implements Result {}
    }
}
