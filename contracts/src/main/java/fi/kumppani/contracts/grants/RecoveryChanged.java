package fi.kumppani.contracts.grants;

import org.jspecify.annotations.Nullable;

/**
 * Something is claimed back of a grant, or came back.
 *
 * @param moved the number of the claim that was proposed, decided or dropped by this; absent when
 *     something else happened
 */
public record RecoveryChanged(Recovery recovery, @Nullable Integer moved) {
    public static final String TYPE = "grants.recovery.changed.v1";
}
