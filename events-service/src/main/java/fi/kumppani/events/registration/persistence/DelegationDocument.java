package fi.kumppani.events.registration.persistence;

import java.util.List;

/**
 * The numbers registered for an association; its id is {@code <event>:<association>}.
 *
 * @param numbers in order of arrival, gone ones too
 */
record DelegationDocument(List<Long> numbers) {}
