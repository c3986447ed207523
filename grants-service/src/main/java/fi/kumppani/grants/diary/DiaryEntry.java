package fi.kumppani.grants.diary;

/**
 * What the diary says about an arrival, now and whenever it is asked again.
 *
 * @param number its number
 * @param applicationId the application it is
 */
public record DiaryEntry(DiaryNumber number, String applicationId) {}
