package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.ledger.Claim;
import fi.kumppani.grants.ledger.Claimants;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.grants.ledger.Reservation;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Brings decisions to their end from wherever they stand. An application and its call's ledger
 * agree in three writes, of which any may be the last before a crash:
 *
 * <ol>
 *   <li>the application says what it wants to decide, under an id of its own;
 *   <li>the ledger answers for that id, once and for all;
 *   <li>the application goes where the answer leads, and the ledger books what was granted.
 * </ol>
 *
 * <p>De minimis aid has to be held by its limit before the ledger is asked, and is given up again
 * before the application goes back because the ledger says no.
 *
 * <p>Nothing but these answers leads out of the first step, and they never change, so all who
 * finish the same decision do the same, however many and however late.
 */
@Service
public class FinishDecision implements Claimants {

    private final GrantApplications applications;
    private final Ledgers ledgers;
    private final AidLimit aidLimit;

    FinishDecision(GrantApplications applications, Ledgers ledgers, AidLimit aidLimit) {
        this.applications = applications;
        this.ledgers = ledgers;
        this.aidLimit = aidLimit;
    }

    /** The application, after its decision is finished if one was under way. */
    public Optional<Stored<GrantApplication>> load(ApplicationId id) {
        return applications
                .find(id)
                .flatMap(
                        found ->
                                switch (found.body()) {
                                    case GrantApplication.Deciding deciding -> finish(deciding);
                                    case GrantApplication.Revising revising -> finish(revising);
                                    default -> Optional.of(found);
                                });
    }

    /** Finishes this decision; the application as it then is. */
    public Optional<Stored<GrantApplication>> finish(GrantApplication.Deciding deciding) {
        var _ = finishAll(ledgerOf(deciding), List.of(deciding));
        return applications.find(deciding.filing().id());
    }

    /** As {@link #finish(GrantApplication.Deciding)}, for one that was seen just now. */
    Optional<GrantApplication> finishAsSeen(Stored<GrantApplication.Deciding> seen) {
        GrantApplication.Deciding deciding = seen.body();
        return Objects.requireNonNull(
                        settleAll(
                                        ledgerOf(deciding),
                                        List.of(deciding),
                                        (_, how) -> applications.change(seen.with(deciding), how))
                                .get(deciding.decision().id()))
                .after();
    }

    /**
     * Finishes decisions on one budget together.
     *
     * @param underWay at most 64, all on this ledger
     * @return for each whether its money is held or granted
     */
    public Map<DecisionId, Boolean> finishAll(
            LedgerId ledger, Collection<GrantApplication.Deciding> underWay) {
        Map<DecisionId, Boolean> held = new LinkedHashMap<>();
        settleAll(ledger, underWay, (id, how) -> applications.change(id, OptionalLong.empty(), how))
                .forEach((id, settled) -> held.put(id, settled.isHeld()));
        return held;
    }

    private Map<DecisionId, Settled> settleAll(
            LedgerId ledger, Collection<GrantApplication.Deciding> underWay, Changing changing) {
        Map<DecisionId, Settled> settled = new LinkedHashMap<>();
        List<GrantApplication.Deciding> within = new ArrayList<>();
        for (GrantApplication.Deciding deciding : underWay) {
            DecisionId id = deciding.decision().id();
            if (isWithinLimit(deciding, deciding.decision(), deciding.decision().aid())) {
                within.add(deciding);
            } else {
                settled.put(id, new Settled(false, back(deciding, changing)));
            }
        }
        if (within.isEmpty()) {
            return settled;
        }
        Map<DecisionId, Reservation> answers =
                ledgers.reserve(
                        ledger, within.stream().map(GrantApplication.Deciding::claim).toList());
        List<Claim> toGrant = new ArrayList<>();
        for (GrantApplication.Deciding deciding : within) {
            DecisionId id = deciding.decision().id();
            Reservation answer = Objects.requireNonNull(answers.get(id));
            boolean isHeld = !(answer instanceof Reservation.Exceeded);
            if (!isHeld && deciding.decision().aid().cents() > 0) {
                aidLimit.release(deciding.filing().applicant(), OperationId.of(id));
            }
            settled.put(
                    id,
                    new Settled(
                            isHeld,
                            changing.change(
                                    deciding.filing().id(),
                                    stored -> settle(stored.body(), answer))));
            if (answer instanceof Reservation.Open) {
                toGrant.add(answer.claim());
            }
        }
        if (!toGrant.isEmpty()) {
            ledgers.grant(ledger, toGrant);
        }
        return settled;
    }

    /** How an application is changed: from its id, or from what was seen of it. */
    @FunctionalInterface
    private interface Changing {
        Optional<GrantApplication> change(
                ApplicationId id, Function<Stored<GrantApplication>, Move<GrantApplication>> how);
    }

    /** What the ledger answered, and the application as it is since. */
    private record Settled(boolean isHeld, Optional<GrantApplication> after) {}

    /**
     * Finishes replacing this decision; the application as it then is. More money is claimed and
     * less given back as for a first decision: the ledger's answer alone leads on.
     */
    public Optional<Stored<GrantApplication>> finish(GrantApplication.Revising revising) {
        if (!isWithinLimit(revising, revising.next(), revising.moreAid())) {
            settle(revising, false);
            return applications.find(revising.filing().id());
        }
        LedgerId ledger = ledgerOf(revising);
        revising.more()
                .ifPresent(
                        claim -> {
                            Reservation answer =
                                    Objects.requireNonNull(
                                            ledgers.reserve(ledger, List.of(claim))
                                                    .get(claim.decision()));
                            moved(revising, !(answer instanceof Reservation.Exceeded));
                            if (answer instanceof Reservation.Open) {
                                ledgers.grant(ledger, List.of(claim));
                            }
                        });
        revising.less()
                .ifPresent(
                        operation ->
                                moved(
                                        revising,
                                        ledgers.book(ledger, List.of(operation))
                                                .getFirst()
                                                .isDone()));
        if (revising.more().isEmpty() && revising.less().isEmpty()) {
            moved(revising, true);
        }
        return applications.find(revising.filing().id());
    }

    /** Follows the ledger with the aid, then with the application. */
    private void moved(GrantApplication.Revising revising, boolean moved) {
        AssociationId undertaking = revising.filing().applicant();
        OperationId operation = OperationId.of(revising.next().id());
        if (moved && revising.lessAid().cents() > 0) {
            aidLimit.giveBack(undertaking, revising.filing().id(), operation, revising.lessAid());
        }
        if (!moved && revising.moreAid().cents() > 0) {
            aidLimit.release(undertaking, operation);
        }
        settle(revising, moved);
    }

    private boolean isWithinLimit(GrantApplication application, Decision decision, Euros aid) {
        return aid.cents() == 0
                || aidLimit.claim(
                                new AidLimit.Aid(
                                        OperationId.of(decision.id()),
                                        application.filing().applicant(),
                                        application.filing().id(),
                                        aid,
                                        decision.request().decidedOn()))
                        instanceof AidLimit.Answer.Held;
    }

    private static Optional<GrantApplication> back(
            GrantApplication.Deciding seen, Changing changing) {
        return changing.change(
                seen.filing().id(),
                stored ->
                        stored.body() instanceof GrantApplication.Deciding deciding
                                        && deciding.decision().id().equals(seen.decision().id())
                                ? Move.keep(deciding.back(), deciding.back())
                                : Move.stay(stored.body()));
    }

    private void settle(GrantApplication.Revising seen, boolean moved) {
        var _ =
                applications.change(
                        seen.filing().id(),
                        OptionalLong.empty(),
                        stored -> settle(stored.body(), seen.next().id(), moved));
    }

    private static Move<Boolean> settle(
            GrantApplication application, DecisionId next, boolean moved) {
        if (!(application instanceof GrantApplication.Revising revising)
                || !revising.next().id().equals(next)) {
            return Move.stay(false);
        }
        GrantApplication.Decided after = revising.settle(moved);
        return moved
                ? Move.tell(after, new Happening.Revised(after), true)
                : Move.keep(after, false);
    }

    private static Move<GrantApplication> settle(GrantApplication application, Reservation answer) {
        if (!(application instanceof GrantApplication.Deciding deciding)
                || !deciding.decision().id().equals(answer.claim().decision())) {
            return Move.stay(application);
        }
        return switch (deciding.settle(answer)) {
            case GrantApplication.Decided decided ->
                    Move.tell(decided, new Happening.Ended(decided), decided);
            case GrantApplication back -> Move.keep(back, back);
        };
    }

    /**
     * Finishes the decision that money is held for.
     *
     * @throws IllegalStateException when the application knows nothing of it, which cannot be
     */
    @Override
    public void finish(LedgerId ledger, Claim claim) {
        Optional<Stored<GrantApplication>> found =
                applications.find(new ApplicationId(claim.claimant()));
        switch (found.map(Stored::body).orElse(null)) {
            case GrantApplication.Deciding deciding
                    when deciding.decision().id().equals(claim.decision()) -> {
                var _ = finish(deciding);
            }
            case GrantApplication.Revising revising
                    when revising.next().id().equals(claim.decision()) -> {
                var _ = finish(revising);
            }
            case GrantApplication.Decided decided when decided.has(claim.decision()) ->
                    ledgers.grant(ledger, List.of(claim));
            case GrantApplication.Revising revising
                    when revising.standing().has(claim.decision()) ->
                    ledgers.grant(ledger, List.of(claim));
            case null, default ->
                    throw new IllegalStateException(
                            "Money is held for a decision nobody makes: " + claim.decision());
        }
    }

    static LedgerId ledgerOf(GrantApplication application) {
        return new LedgerId(application.filing().call().value());
    }
}
