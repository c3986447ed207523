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

/**
 * An officer announces a call. Its ledger is opened first, under the same id: a crash in between
 * leaves a ledger nobody asks for, never a call without money.
 */
@Service
public class PublishGrantCall {

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
        Optional<GrantCall.Draft> draft =
                calls.find(id)
                        .map(Stored::body)
                        .filter(GrantCall.Draft.class::isInstance)
                        .map(GrantCall.Draft.class::cast);
        if (draft.isPresent()
                && draft.get().publish(now) instanceof GrantCall.Publication.Announced(var call)) {
            ledgers.open(new LedgerId(id.value()), call.terms().budget());
        }
        return calls.publish(id, expected, each -> each.publish(now));
    }
}
