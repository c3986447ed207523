package fi.kumppani.newsletter.link;

import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.security.TestLinks;

import java.net.URI;
import java.time.Clock;

/** The use cases of counted links, wired by hand. */
public final class LinkUseCases {

    private LinkUseCases() {}

    /** The addresses of links. */
    public static CountedLinks countedLinks(LinkCountings countings, Clock clock) {
        return new CountedLinks(
                countings,
                TestLinks.signer(),
                new PortalLinks(URI.create("https://kumppani.example.org")),
                clock);
    }
}
