package fi.kumppani.events.needs;

import java.time.Duration;

/**
 * How long what people need is kept.
 *
 * @param afterTheEnd of the event
 */
public record NeedsTerm(Duration afterTheEnd) {}
