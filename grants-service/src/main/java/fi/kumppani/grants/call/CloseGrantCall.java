package fi.kumppani.grants.call;

import org.springframework.stereotype.Service;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * A call is closed when its last round has ended. Whether an application is late never depends on
 * it: the window alone says that, by the server's clock.
 */
@Service
public class CloseGrantCall implements DueCallWork {

    private final GrantCalls calls;

    CloseGrantCall(GrantCalls calls) {
        this.calls = calls;
    }

    @Override
    public void carryOut(CallId id, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        var _ =
                calls.change(
                        id,
                        OptionalLong.empty(),
                        stored ->
                                stored.body() instanceof GrantCall.Published published
                                                && published.isDue(now)
                                        ? CallMove.tell(
                                                new CallHappening.Ended(published.close(at)), id)
                                        : CallMove.stay(id));
    }
}
