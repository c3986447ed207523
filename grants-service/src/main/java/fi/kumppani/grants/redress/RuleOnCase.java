package fi.kumppani.grants.redress;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.ReviseDecision;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.redress.Redresses.Step;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Rules on claims and on what was taken up. A ruling that replaces the decision is two writes, of
 * which either may be the last before a crash: the application takes the decision under a key that
 * is the case's own, and the case takes note of it.
 */
@Service
public class RuleOnCase {

    /** A case leads to one decision, whatever else is asked for at the same time. */
    private static final String ONE_RULING = "ruling";

    private final HandleRedress redress;
    private final Redresses redresses;
    private final ReplaceDecision replaceDecision;
    private final RedressPowers powers;
    private final Clock clock;

    RuleOnCase(
            HandleRedress redress,
            Redresses redresses,
            ReplaceDecision replaceDecision,
            RedressPowers powers,
            Clock clock) {
        this.redress = redress;
        this.redresses = redresses;
        this.replaceDecision = replaceDecision;
        this.powers = powers;
        this.clock = clock;
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
     * Rules on a case, once; the same order again is answered the same. A ruling that leaves the
     * decision needs the power of the body that rules as one that replaces it does; that a claim
     * was taken back is only noted.
     *
     * @param by who records it, as the identity provider's opaque {@code sub}
     * @return empty when there is no such case
     */
    public Optional<HandleRedress.Result> rule(
            GrantApplication.Decided decided, int number, Order order, String by) {
        return redress.of(decided)
                .body()
                .find(number)
                .map(found -> rule(decided, found, order, by));
    }

    private HandleRedress.Result rule(
            GrantApplication.Decided decided, RedressCase found, Order order, String by) {
        if (found.ruling() != null && order.isWhatWas(found.ruling())) {
            return new HandleRedress.Result.Done(found);
        }
        Optional<Objection> objection = objection(decided, found, order, by);
        if (objection.isPresent()) {
            return new HandleRedress.Result.Refused(objection.get());
        }
        Optional<PowerLack> lack = powers.lackToRule(decided, found, order, by);
        if (lack.isPresent()) {
            return new HandleRedress.Result.Powerless(lack.get());
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
                        return new HandleRedress.Result.Refused(Objection.RULED);
                    }
                }
                case ReviseDecision.Result.Refused(var reason) -> {
                    return new HandleRedress.Result.NotRevised(reason);
                }
                case ReviseDecision.Result.Powerless(var why) -> {
                    return new HandleRedress.Result.Powerless(why);
                }
                case ReviseDecision.Result.Disqualified(var why) -> {
                    return new HandleRedress.Result.Disqualified(why);
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

    private HandleRedress.Result settle(
            ApplicationId application, int number, Function<RedressCase, RedressCase> change) {
        return redresses.change(
                application,
                OptionalLong.empty(),
                known -> {
                    RedressCase before = known.find(number).orElseThrow();
                    RedressCase after = before.ruling() == null ? change.apply(before) : before;
                    return new Step<HandleRedress.Result>(
                            known.change(number, _ -> after),
                            number,
                            new HandleRedress.Result.Done(after));
                });
    }
}
