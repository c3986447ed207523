package fi.kumppani.grants.call;

/** What others are told about a call. */
public sealed interface CallHappening {

    /** The call. */
    GrantCall call();

    /** It is announced. */
    record Announced(GrantCall.Published call) implements CallHappening {}

    /** It takes no applications any more. */
    record Ended(GrantCall.Closed call) implements CallHappening {}
}
