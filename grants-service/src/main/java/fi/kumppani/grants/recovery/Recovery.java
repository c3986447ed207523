package fi.kumppani.grants.recovery;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that is claimed back of one grant, and all that came back of it.
 *
 * @param application what was granted to
 * @param claims in the order they were proposed
 * @param returns in the order they were noted
 */
public record Recovery(
        ApplicationId application, List<RecoveryClaim> claims, List<MoneyReturn> returns) {

    /** Copies the lists. */
    public Recovery {
        claims = List.copyOf(claims);
        returns = List.copyOf(returns);
    }

    /** A grant of which nothing came back. */
    public static Recovery of(ApplicationId application) {
        return new Recovery(application, List.of(), List.of());
    }

    /** The claim with this number. */
    public Optional<RecoveryClaim> claim(int number) {
        return claims.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The claim that a request with the same key made before. */
    Optional<RecoveryClaim> claimedBy(Creation request) {
        return claims.stream()
                .filter(each -> each.request().key().equals(request.key()))
                .findFirst();
    }

    /** What a request with the same key noted before. */
    Optional<MoneyReturn> notedBy(Creation request) {
        return returns.stream()
                .filter(each -> each.request().key().equals(request.key()))
                .findFirst();
    }

    /** What came back of the grant itself, as far as it counts. */
    public Euros returned() {
        return sum(returns.stream());
    }

    /** What came back of it on a claim, or by the grantee's own will. */
    public Euros returned(int claim) {
        return sum(returns.stream().filter(each -> each.claim() == claim));
    }

    private static Euros sum(Stream<MoneyReturn> some) {
        return some.filter(MoneyReturn::counts)
                .map(MoneyReturn::principal)
                .reduce(Euros.ZERO, Euros::plus);
    }

    /** What of claims is still to come back, or to be decided. */
    public Euros pending() {
        return claims.stream()
                .filter(each -> !each.isDropped())
                .map(each -> each.amount().minus(returned(each.number())))
                .reduce(Euros.ZERO, Euros::plus);
    }

    /**
     * Proposes to claim something back.
     *
     * @param paid what was paid of the grant in all
     */
    Moved propose(RecoveryClaim claim, Euros paid) {
        return returned().plus(pending()).plus(claim.amount()).exceeds(paid)
                ? refused(RecoveryRefusal.OVER_PAID)
                : new Moved.To(new Recovery(application, and(claims, claim), returns));
    }

    /** Takes down what the grantee says. */
    Moved hear(RecoveryClaim claim, String answer, LocalDate today) {
        return claim.stage() instanceof RecoveryClaim.Stage.Proposed
                        && claim.hearing() instanceof Hearing.Offered(var until, _)
                        && !today.isAfter(until)
                ? changed(claim, each -> each.heard(new Hearing.Offered(until, answer)))
                : refused(RecoveryRefusal.HEARING_OVER);
    }

    /** Decides a claim after its hearing; never who proposed it. */
    Moved decide(
            RecoveryClaim claim, DecisionMaker maker, String by, LocalDate today, LocalDate dueOn) {
        if (!(claim.stage() instanceof RecoveryClaim.Stage.Proposed)) {
            return refused(RecoveryRefusal.ALREADY_DECIDED);
        }
        if (claim.by().equals(by)) {
            return refused(RecoveryRefusal.SAME_PERSON);
        }
        return claim.hearing().isOver(today)
                ? changed(
                        claim,
                        each -> each.at(new RecoveryClaim.Stage.Decided(maker, by, today, dueOn)))
                : refused(RecoveryRefusal.HEARING_OPEN);
    }

    /** Gives a proposed claim up. */
    Moved drop(RecoveryClaim claim) {
        return claim.stage() instanceof RecoveryClaim.Stage.Decided
                ? refused(RecoveryRefusal.ALREADY_DECIDED)
                : changed(claim, each -> each.at(new RecoveryClaim.Stage.Dropped()));
    }

    /** What is owed on a claim on a day; empty when a rate is not stated. */
    public Optional<Owed> owed(RecoveryClaim claim, LocalDate day, ReferenceRates rates) {
        if (!(claim.stage() instanceof RecoveryClaim.Stage.Decided decided)) {
            return Optional.of(Owed.NOTHING);
        }
        Euros left = claim.amount();
        Euros interestPaid = Euros.ZERO;
        LocalDate since = decided.dueOn();
        BigDecimal accrued = BigDecimal.ZERO;
        for (MoneyReturn each : counting(claim)) {
            LocalDate until = later(each.receivedOn(), since);
            Optional<BigDecimal> more = LateInterest.cents(left, since, until, rates);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            accrued = accrued.add(more.get());
            since = until;
            left = left.minus(each.principal());
            interestPaid = interestPaid.plus(each.interest());
        }
        Euros principal = left;
        Euros paid = interestPaid;
        BigDecimal before = accrued;
        return LateInterest.cents(left, since, later(day, since), rates)
                .map(more -> before.add(more).setScale(0, RoundingMode.HALF_UP).longValueExact())
                .map(cents -> new Owed(principal, new Euros(Math.max(0, cents - paid.cents()))));
    }

    private List<MoneyReturn> counting(RecoveryClaim claim) {
        return returns.stream()
                .filter(each -> each.claim() == claim.number() && each.counts())
                .toList();
    }

    /** Notes money that came back; the ledger is told after. */
    Moved note(MoneyReturn money, Euros paid) {
        boolean isInOrder =
                returns.stream()
                        .filter(each -> each.claim() == money.claim() && each.counts())
                        .noneMatch(each -> each.receivedOn().isAfter(money.receivedOn()));
        if (!isInOrder) {
            return refused(RecoveryRefusal.OUT_OF_ORDER);
        }
        return returned().plus(money.principal()).exceeds(paid)
                ? refused(RecoveryRefusal.OVER_PAID)
                : new Moved.To(new Recovery(application, claims, and(returns, money)));
    }

    /** The same once the ledger has answered for some money that came back. */
    Recovery settled(String id, boolean booked) {
        return new Recovery(
                application,
                claims,
                returns.stream()
                        .map(
                                each ->
                                        each.id().equals(id)
                                                        && each.stage() == MoneyReturn.Stage.BOOKING
                                                ? each.at(
                                                        booked
                                                                ? MoneyReturn.Stage.BOOKED
                                                                : MoneyReturn.Stage.REFUSED)
                                                : each)
                        .toList());
    }

    /** The same without anybody's words. */
    public Recovery withoutWords() {
        return new Recovery(
                application, claims.stream().map(RecoveryClaim::withoutWords).toList(), returns);
    }

    /** The last day on which something happened; empty when nothing did. */
    public Optional<LocalDate> lastDay() {
        return Stream.concat(
                        returns.stream().map(MoneyReturn::receivedOn),
                        claims.stream()
                                .map(RecoveryClaim::stage)
                                .filter(RecoveryClaim.Stage.Decided.class::isInstance)
                                .map(RecoveryClaim.Stage.Decided.class::cast)
                                .map(RecoveryClaim.Stage.Decided::dueOn))
                .max(LocalDate::compareTo);
    }

    /** What the ledger is still to be told. */
    public List<MoneyReturn> unbooked() {
        return returns.stream().filter(each -> each.stage() == MoneyReturn.Stage.BOOKING).toList();
    }

    private Moved changed(RecoveryClaim claim, UnaryOperator<RecoveryClaim> change) {
        return new Moved.To(
                new Recovery(
                        application,
                        claims.stream()
                                .map(each -> each.equals(claim) ? change.apply(each) : each)
                                .toList(),
                        returns));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static <T> List<T> and(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    static Moved refused(RecoveryRefusal reason) {
        return new Moved.Refused(reason);
    }

    /** What came of a move. */
    public sealed interface Moved {

        /** It is so now. */
        record To(Recovery recovery) implements Moved {}

        /** It stays as it was. */
        record Refused(RecoveryRefusal reason) implements Moved {}

        /** The request's key was used before with other content. */
        record KeyReused() implements Moved {}

        /** There is no such claim. */
        record Unknown() implements Moved {}
    }
}
