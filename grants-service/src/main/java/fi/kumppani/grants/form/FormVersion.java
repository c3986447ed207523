package fi.kumppani.grants.form;

/**
 * A form as it was at a time; never changed.
 *
 * @param id of the form
 * @param number counts the versions, from 1
 * @param content what is asked
 */
public record FormVersion(FormId id, int number, FormContent content) {}
