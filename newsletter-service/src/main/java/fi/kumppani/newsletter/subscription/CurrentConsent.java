package fi.kumppani.newsletter.subscription;

import fi.kumppani.newsletter.link.LinkCountings;

import org.springframework.stereotype.Service;

/** Says which {@link ConsentText} holds now for whom the current municipality asks. */
@Service
public class CurrentConsent {

    private final LinkCountings linkCountings;

    CurrentConsent(LinkCountings linkCountings) {
        this.linkCountings = linkCountings;
    }

    /** The version, which says whether links are counted. */
    public String version() {
        return linkCountings.current().body().isOn()
                ? ConsentText.VERSION_WITH_COUNTED_LINKS
                : ConsentText.VERSION;
    }
}
