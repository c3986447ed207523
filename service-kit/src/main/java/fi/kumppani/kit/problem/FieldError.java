package fi.kumppani.kit.problem;

/**
 * What is wrong with one field, parameter or header of a request.
 *
 * @param field the path of the field in the body, such as {@code venue.name.fi}, or the name of the
 *     parameter or header
 * @param code what a program may act on, in kebab case; stable
 * @param message what a person may read; never repeats the value that was sent
 */
public record FieldError(String field, String code, String message) {}
