package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallMove;
import fi.kumppani.grants.call.DueCallWork;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Who has a draft is told a day before a round closes. The call remembers of which closing it has
 * told when all are told: after a crash it begins anew, and each draft is still told once.
 */
@Service
public class RemindDraftOwners implements DueCallWork {

    private final GrantCalls calls;
    private final DraftReminders reminders;

    RemindDraftOwners(GrantCalls calls, DraftReminders reminders) {
        this.calls = calls;
        this.reminders = reminders;
    }

    @Override
    public void carryOut(CallId id, Instant now) {
        calls.find(id)
                .map(Stored::body)
                .filter(GrantCall.Published.class::isInstance)
                .map(GrantCall.Published.class::cast)
                .ifPresent(call -> remind(call, now));
    }

    private void remind(GrantCall.Published call, Instant now) {
        Instant closing = call.nextClosing();
        if (closing == null || now.isBefore(GrantCall.Published.reminderOf(closing))) {
            return;
        }
        if (now.isBefore(closing)) {
            reminders.forEachDraft(
                    call.id(),
                    draft -> reminders.keep(new DraftReminder(draft, call.id(), closing)));
        }
        var _ =
                calls.change(
                        call.id(),
                        OptionalLong.empty(),
                        stored ->
                                stored.body().equals(call)
                                        ? CallMove.keep(call.reminded(closing), closing)
                                        : CallMove.stay(closing));
    }
}
