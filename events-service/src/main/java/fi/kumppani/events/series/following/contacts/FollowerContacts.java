package fi.kumppani.events.series.following.contacts;

import fi.kumppani.events.series.Series;
import fi.kumppani.events.series.SeriesShelf;
import fi.kumppani.events.series.following.Follower;
import fi.kumppani.events.series.following.FollowerId;
import fi.kumppani.events.series.following.FollowerLinks;
import fi.kumppani.events.series.following.Followers;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;
import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom mails about following a series go to; nobody for those who have left it. */
@Component
class FollowerContacts implements ContactSource {

    private final Followers followers;
    private final SeriesShelf shelf;
    private final FollowerLinks links;
    private final PortalLinks portal;

    FollowerContacts(
            Followers followers, SeriesShelf shelf, FollowerLinks links, PortalLinks portal) {
        this.followers = followers;
        this.shelf = shelf;
        this.links = links;
        this.portal = portal;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("series-joined");
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        Map<String, Contact> contacts = new HashMap<>();
        for (ContactRequest request : requests) {
            FollowerId.parse(request.subject())
                    .flatMap(followers::find)
                    .flatMap(this::contact)
                    .ifPresent(contact -> contacts.put(request.id(), contact));
        }
        return contacts;
    }

    private Optional<Contact> contact(Follower follower) {
        return switch (follower) {
            case Follower.Gone _ -> Optional.empty();
            case Follower.Following following ->
                    shelf.find(following.id().series())
                            .map(Stored::body)
                            .map(series -> contact(following, series));
        };
    }

    private Contact contact(Follower.Following follower, Series series) {
        FollowerId id = follower.id();
        return new Contact(
                follower.person().email().value(),
                follower.person().language(),
                id.toString(),
                Map.of(
                        "manage",
                        portal.signed(
                                List.of(
                                        "series",
                                        id.series(),
                                        "following",
                                        Long.toString(id.number())),
                                links.mint(id))),
                Map.of("title", series.title()));
    }
}
