package fi.kumppani.events.door;

import fi.kumppani.events.event.EventId;

/** That an event was held and its people counted, which others are told in numbers. */
public record Counted(EventId event, Door door, Door.Result result) {}
