package fi.kumppani.grants.call;

import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A call is announced, by an officer or by itself at its time. Its ledger is opened first, under
 * the same id: a crash in between leaves a ledger nobody asks for, never a call without money. A
 * draft whose budget was changed after such a crash is refused, since a ledger is restated in the
 * open only.
 */
@Service
public class PublishGrantCall implements DueCallWork {

    private final GrantCalls calls;
    private final Ledgers ledgers;
    private final Clock clock;

    PublishGrantCall(GrantCalls calls, Ledgers ledgers, Clock clock) {
        this.calls = calls;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * Publishes the call; once published it stays so.
     *
     * @param expected the version the officer has seen
     * @return empty when there is no such call
     */
    public Optional<GrantCall.Publication> publish(CallId id, OptionalLong expected) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return publish(id, expected, now, _ -> true);
    }

    /** One whose window has passed meanwhile stays a draft, for its officer to see. */
    @Override
    public void carryOut(CallId id, Instant now) {
        var _ = publish(id, OptionalLong.empty(), now, draft -> draft.isDue(now));
    }

    private Optional<GrantCall.Publication> publish(
            CallId id, OptionalLong expected, Instant now, Predicate<GrantCall.Draft> isWanted) {
        Optional<GrantCall.Draft> draft =
                calls.find(id)
                        .map(Stored::body)
                        .filter(GrantCall.Draft.class::isInstance)
                        .map(GrantCall.Draft.class::cast)
                        .filter(isWanted);
        if (draft.isPresent()
                && draft.get().publish(now) instanceof GrantCall.Publication.Announced(var call)
                && !hasItsMoney(call.id(), call.terms())) {
            return Optional.of(
                    new GrantCall.Publication.Refused(GrantCall.Refusal.OTHER_BUDGET_APPROPRIATED));
        }
        Optional<Optional<GrantCall.Publication>> done =
                calls.change(
                        id,
                        expected,
                        stored ->
                                switch (stored.body()) {
                                    case GrantCall.Announced announced ->
                                            CallMove.stay(
                                                    Optional.of(
                                                            new GrantCall.Publication.Announced(
                                                                    announced)));
                                    case GrantCall.Draft other
                                            when draft.isEmpty() || !other.equals(draft.get()) ->
                                            CallMove.stay(Optional.empty());
                                    case GrantCall.Draft same -> publish(same.publish(now));
                                });
        return done.flatMap(publication -> publication);
    }

    private boolean hasItsMoney(CallId id, CallTerms terms) {
        LedgerId ledger = new LedgerId(id.value());
        ledgers.open(ledger, terms.budget(), terms.scheme().budgetLine());
        return ledgers.find(ledger)
                .filter(opened -> opened.appropriation().equals(terms.budget()))
                .isPresent();
    }

    private static CallMove<Optional<GrantCall.Publication>> publish(
            GrantCall.Publication publication) {
        return publication instanceof GrantCall.Publication.Announced(GrantCall.Published call)
                ? CallMove.tell(new CallHappening.Announced(call), Optional.of(publication))
                : CallMove.stay(Optional.of(publication));
    }
}
