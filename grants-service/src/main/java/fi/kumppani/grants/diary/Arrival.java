package fi.kumppani.grants.diary;

/**
 * Something that arrives and wants a number.
 *
 * @param key what it is known by when it comes again
 * @param call the id of the call it answers
 * @param applicationId the application it is to be, if it did not arrive before
 */
public record Arrival(String key, String call, String applicationId) {}
