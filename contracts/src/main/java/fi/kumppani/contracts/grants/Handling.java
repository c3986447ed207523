package fi.kumppani.contracts.grants;

/**
 * How far an application is handled. Neither who handles or reviews it is told, nor what reviews
 * say.
 *
 * @param applicationId the application
 * @param callId the call it answers
 * @param state waiting, in-handling, or reviewed once its review round is closed
 * @param assigned whether it is somebody's work
 * @param reviews how many reviews count
 */
public record Handling(
        String applicationId, String callId, String state, boolean assigned, int reviews) {}
