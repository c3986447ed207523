package fi.kumppani.portal.event;

import fi.kumppani.portal.PortalSettings;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.reader.Language;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/** Knows where people's own calendars find the events of a municipality and its region. */
@Component
final class FollowedCalendars {

    private final PortalSettings portal;

    FollowedCalendars(PortalSettings portal) {
        this.portal = portal;
    }

    /**
     * A calendar that programs can follow.
     *
     * @param webcal its address as such programs know it
     * @param region whether it is of the whole region
     */
    record Calendar(String address, String webcal, boolean region) {}

    /** That of the municipality, and that of its region when it is known. */
    List<Calendar> of(Municipality municipality, Language language) {
        List<Calendar> calendars = new ArrayList<>();
        calendars.add(calendar("municipalities/" + municipality.code(), language, false));
        if (municipality.region() != null) {
            calendars.add(calendar("regions/" + municipality.region(), language, true));
        }
        return calendars;
    }

    private Calendar calendar(String of, Language language, boolean region) {
        String address =
                portal.at("/api/events/v1/" + of + "/calendar.ics?lang=" + language.code());
        return new Calendar(address, address.replaceFirst("^https?:", "webcal:"), region);
    }
}
