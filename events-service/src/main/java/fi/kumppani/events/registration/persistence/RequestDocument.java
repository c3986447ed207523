package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.AskedBefore;
import fi.kumppani.events.registration.FirstAnswer;
import fi.kumppani.events.registration.RegistrationId;

/**
 * What a request was answered; its id is {@code <event>:<hash of the key>}.
 *
 * @param contentHash hash of what was asked
 * @param number the registration it made
 * @param place in the queue then; 0 for those who did not wait in it
 * @param requested whether it waited for approval
 */
record RequestDocument(String contentHash, long number, long place, boolean requested) {

    static RequestDocument from(AskedBefore asked) {
        return new RequestDocument(
                asked.contentHash(),
                asked.answer().id().number(),
                asked.answer().place(),
                asked.answer().requested());
    }

    AskedBefore toDomain(EventId event) {
        return new AskedBefore(
                contentHash, new FirstAnswer(new RegistrationId(event, number), place, requested));
    }
}
