package fi.kumppani.events.feed.web;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.feed.EventPages;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses as browsers and programs outside see them: all behind the portal. */
@Component
class PortalPages implements EventPages {

    private final String portal;

    PortalPages(@Value("${kumppani.portal-url}") String portal) {
        this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
    }

    @Override
    public String of(MunicipalityCode municipality, EventId event) {
        return portal + "/m/" + municipality + "/events/" + event;
    }

    @Override
    public String api(MunicipalityCode municipality) {
        return portal + "/api/events/v1/municipalities/" + municipality;
    }
}
