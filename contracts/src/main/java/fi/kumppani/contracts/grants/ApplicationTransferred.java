package fi.kumppani.contracts.grants;

/**
 * An application goes on under another call, as another application that was told of before this.
 *
 * @param application the application as it was, whose status is {@code transferred}
 * @param toApplicationId the application as which it goes on
 * @param toCallId the call it goes on under
 */
public record ApplicationTransferred(
        Application application, String toApplicationId, String toCallId) {
    public static final String TYPE = "grants.application.transferred.v1";
}
