package fi.kumppani.events.registration;

import fi.kumppani.events.feed.EventPages;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

/** The addresses at which calendar programs follow a mailbox; whoever has one, sees its events. */
@Service
public class MailboxCalendars {

    private final FollowMailbox followMailbox;
    private final EventPages pages;

    MailboxCalendars(FollowMailbox followMailbox, EventPages pages) {
        this.followMailbox = followMailbox;
        this.pages = pages;
    }

    /** The address for whoever made this registration; to be shown and sent to them alone. */
    public String of(Registration registration) {
        RegistrationId id = registration.id();
        return "%s/events/%s/registrations/%d/my-calendar.ics?token=%s"
                .formatted(
                        pages.api(Tenancy.current()),
                        id.event(),
                        id.number(),
                        followMailbox.mint(registration));
    }
}
