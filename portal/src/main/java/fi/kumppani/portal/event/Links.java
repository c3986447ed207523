package fi.kumppani.portal.event;

import fi.kumppani.portal.WebAddress;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/** Addresses that services name and pages lead to. */
final class Links {

    private Links() {}

    /** The address, if a page may lead there. */
    static @Nullable String web(@Nullable URI address) {
        return address != null && WebAddress.isLink(address) ? address.toString() : null;
    }
}
