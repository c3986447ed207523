package fi.kumppani.grants.redress;

import fi.kumppani.grants.appeal.Editions;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Notifications;
import fi.kumppani.grants.redress.Redresses.Step;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes claims for a revised decision in, and takes decisions up. Whoever looks at a case without a
 * ruling looks for a decision under its key first; see {@link RuleOnCase}.
 */
@Service
public class HandleRedress {

    private final Redresses redresses;
    private final Notifications notifications;
    private final Editions editions;
    private final RedressPowers powers;
    private final Clock clock;

    HandleRedress(
            Redresses redresses,
            Notifications notifications,
            Editions editions,
            RedressPowers powers,
            Clock clock) {
        this.redresses = redresses;
        this.notifications = notifications;
        this.editions = editions;
        this.powers = powers;
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
                : begin(
                        decided,
                        kind,
                        arrivedOn,
                        hearer(decided),
                        claim,
                        isLate(decided, kind, arrivedOn),
                        request);
    }

    /**
     * A board or the executive takes the decision up, within the time in which it can be claimed
     * against (kuntalaki 410/2015, 92 §); it rules on what it took up. Only one that the
     * administrative rules let take up can.
     *
     * @param body which one, as it is named in the administrative rules
     * @param by who records it, as the identity provider's opaque {@code sub}
     */
    public Result takeUp(
            GrantApplication.Decided decided,
            LocalDate takenOn,
            String body,
            String by,
            Creation request) {
        Optional<Objection> objection = day(takenOn, decided).or(() -> ownBoard(body, decided));
        if (objection.isPresent()) {
            return new Result.Refused(objection.get());
        }
        Optional<PowerLack> lack = powers.lackToTakeUp(decided, body, by, takenOn);
        if (lack.isPresent()) {
            return new Result.Powerless(lack.get());
        }
        return isLate(decided, RedressCase.Kind.TAKEN_UP, takenOn)
                ? new Result.Refused(Objection.TOO_LATE)
                : begin(
                        decided,
                        RedressCase.Kind.TAKEN_UP,
                        takenOn,
                        body.strip(),
                        null,
                        false,
                        request);
    }

    private static Optional<Objection> ownBoard(String body, GrantApplication.Decided decided) {
        DecisionMaker maker = decided.decision().request().maker();
        return maker.kind() == DecisionMaker.Kind.BOARD
                        && maker.title() != null
                        && maker.title().strip().equalsIgnoreCase(body.strip())
                ? Optional.of(Objection.OWN_BOARD)
                : Optional.empty();
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
            String hearer,
            RedressCase.@Nullable Claim claim,
            boolean late,
            Creation request) {
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
