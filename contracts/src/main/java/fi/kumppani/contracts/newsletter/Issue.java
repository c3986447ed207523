package fi.kumppani.contracts.newsletter;

import fi.kumppani.contracts.LocalizedTexts;

import java.time.Instant;

/**
 * The public state of a sent issue of a newsletter.
 *
 * @param id UUIDv7
 * @param listId the list it went to
 * @param number running number within the year, from 1
 * @param year the year of the number, as in {@code 2/2024}
 * @param title its title
 * @param recipients how many it was sent to, counted and frozen at sending
 * @param sentAt when sending began
 * @param imported whether it came with an import of history, of which nobody is mailed
 */
public record Issue(
        String id,
        String listId,
        int number,
        int year,
        LocalizedTexts title,
        int recipients,
        Instant sentAt,
        boolean imported) {}
