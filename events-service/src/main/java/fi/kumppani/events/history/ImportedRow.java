package fi.kumppani.events.history;

import fi.kumppani.events.event.EventId;

/** What became of a past event that was told to us. */
public sealed interface ImportedRow {

    /** It is taken over. */
    record Imported(EventId id) implements ImportedRow {}

    /** It was taken over before, and stays as it is. */
    record Unchanged(EventId id) implements ImportedRow {}

    /** Its key stood for another event before. */
    record KeyReused() implements ImportedRow {}
}
