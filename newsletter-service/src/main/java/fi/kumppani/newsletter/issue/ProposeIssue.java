package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.newsletter.letter.Moments;
import fi.kumppani.newsletter.letter.Phrases;
import fi.kumppani.newsletter.material.DecidedCall;
import fi.kumppani.newsletter.material.Material;
import fi.kumppani.newsletter.material.Materials;
import fi.kumppani.newsletter.material.NewAssociation;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.NewsletterList.Profile;

import org.springframework.stereotype.Service;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Proposes the next issue of a list from what happens in the municipality: its events, open calls,
 * what was decided on grants and which associations are new, those of the list's topic and area
 * where it has any. Nothing is kept; whoever writes the issue chooses from it and puts it in their
 * own words.
 */
@Service
public class ProposeIssue {

    private static final Duration AHEAD = Duration.ofDays(60);
    private static final Duration BACK = Duration.ofDays(60);
    private static final int MOST_ITEMS = 20;
    private static final int MOST_NAMES = 40;

    private final Lists lists;
    private final IssueNumbers issueNumbers;
    private final Materials materials;
    private final MaterialItems materialItems;
    private final PortalLinks portal;
    private final Clock clock;

    ProposeIssue(
            Lists lists,
            IssueNumbers issueNumbers,
            Materials materials,
            MaterialItems materialItems,
            PortalLinks portal,
            Clock clock) {
        this.lists = lists;
        this.issueNumbers = issueNumbers;
        this.materials = materials;
        this.materialItems = materialItems;
        this.portal = portal;
        this.clock = clock;
    }

    /** The proposal, under the list's next number; empty when there is no such list. */
    public Optional<Copy> of(String listId) {
        return lists.find(listId).map(this::proposal);
    }

    private Copy proposal(NewsletterList list) {
        Instant now = clock.instant();
        int year = FinnishTime.dayOf(now).getYear();
        Profile profile = list.profile();
        Stream<Item> toCome =
                materials.notEndedBy(now).stream()
                        .filter(material -> isToCome(material, now))
                        .filter(material -> MaterialItems.isAbout(material, profile))
                        .limit(MOST_ITEMS)
                        .map(materialItems::of);
        List<Item> items =
                Stream.of(toCome, decisions(profile, now), associations(profile, now))
                        .flatMap(Function.identity())
                        .toList();
        return new Copy(
                "", list.id(), issueNumbers.next(list.id(), year), year, list.name(), items);
    }

    private static boolean isToCome(Material material, Instant now) {
        boolean soon = material.from().isBefore(now.plus(AHEAD));
        return switch (material.kind()) {
            case EVENT -> soon && material.from().isAfter(now);
            case CALL -> soon;
        };
    }

    private Stream<Item> decisions(Profile profile, Instant now) {
        return materials.decidedSince(FinnishTime.dayOf(now.minus(BACK))).stream()
                .filter(call -> MaterialItems.isAbout(Stream.of(call.title()), "", profile))
                .limit(MOST_ITEMS)
                .map(
                        call ->
                                new Item(
                                        call.title(),
                                        MaterialItems.inAllLanguages(reader -> text(call, reader)),
                                        URI.create(portal.open("calls", call.callId()))));
    }

    /** All in one part, each by its public name. */
    private Stream<Item> associations(Profile profile, Instant now) {
        List<NewAssociation> found =
                materials.verifiedSince(now.minus(BACK)).stream()
                        .filter(
                                association ->
                                        MaterialItems.isAbout(
                                                Stream.of(association.name()),
                                                String.join("\n", association.themes()),
                                                profile))
                        .limit(MOST_NAMES)
                        .toList();
        return found.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Item(
                                MaterialItems.inAllLanguages(
                                        reader -> Phrases.in(reader).say("material.associations")),
                                MaterialItems.inAllLanguages(
                                        reader ->
                                                String.join(
                                                        "\n",
                                                        found.stream()
                                                                .map(each -> each.name())
                                                                .map(name -> name.in(reader).text())
                                                                .toList())),
                                null));
    }

    private static String text(DecidedCall call, Language reader) {
        return Phrases.in(reader)
                .say(
                        "material.decided",
                        String.valueOf(call.granted()),
                        Moments.euros(BigDecimal.valueOf(call.sum().cents(), 2), reader));
    }
}
