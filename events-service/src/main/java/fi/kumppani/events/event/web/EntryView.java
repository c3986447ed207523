package fi.kumppani.events.event.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.KeptEntry;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A line of the journal as coordinators read it.
 *
 * @param kind what was decided
 * @param number the registration; absent when it is about the event
 * @param by a role, and for staff the id of the account
 * @param reason why it went this way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        Instant at, String kind, @Nullable Long number, String by, @Nullable String reason) {

    static EntryView of(KeptEntry kept) {
        JournalEntry entry = kept.entry();
        return new EntryView(
                kept.at(),
                WireCodes.of(entry.kind()),
                entry.number(),
                entry.by().value(),
                entry.reason());
    }
}
