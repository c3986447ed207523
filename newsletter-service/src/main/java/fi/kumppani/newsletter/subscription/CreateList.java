package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.subscription.Lists.Addition;
import fi.kumppani.newsletter.subscription.NewsletterList.Profile;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes a list in the current municipality, and tells what it is about. */
@Service
public class CreateList {

    private static final String IMPORT = "newsletter.list.import";

    private final Lists lists;
    private final Ids ids;
    private final Clock clock;

    CreateList(Lists lists, Ids ids, Clock clock) {
        this.lists = lists;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes it, unless the same request did before. */
    public Addition create(LocalizedText name, Profile profile, Creation creation) {
        return lists.add(
                new NewsletterList(
                        ids.next(), name, profile, clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                creation);
    }

    /**
     * Tells something else about a list, or closes or opens it; its readers stay. That its issues
     * need no second person any more takes two people.
     *
     * @param version the version the caller has seen
     * @param by who changes it, as a stable id
     */
    public Optional<Stored<NewsletterList>> change(
            String id, long version, LocalizedText name, Profile profile, String by) {
        return lists.change(id, version, list -> list.with(name, profile, by));
    }

    /**
     * Takes a list over from elsewhere, once.
     *
     * @param key stable at its source: the same key again is the same list
     * @param contentHash of what is told about it
     */
    public Addition take(String key, String contentHash, LocalizedText name, Profile profile) {
        return create(
                name,
                profile,
                new Creation(IMPORT + ":" + Tenancy.current() + ":" + key, contentHash));
    }
}
