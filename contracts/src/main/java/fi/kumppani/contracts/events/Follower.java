package fi.kumppani.contracts.events;

/**
 * The public state of one who follows a series; who it is stays with events-service.
 *
 * @param id {@code <series id>:<number>}
 * @param seriesId the series
 * @param number in the order in which they joined, from 1
 */
public record Follower(String id, String seriesId, long number) {}
