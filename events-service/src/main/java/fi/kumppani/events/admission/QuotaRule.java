package fi.kumppani.events.admission;

import fi.kumppani.kit.text.LocalizedText;

/**
 * A part of the seats that some people may take at most.
 *
 * @param id chosen by the one who writes the event; kept with each registration
 * @param title for whom it is
 * @param seats at most so many
 */
public record QuotaRule(String id, LocalizedText title, int seats) {}
