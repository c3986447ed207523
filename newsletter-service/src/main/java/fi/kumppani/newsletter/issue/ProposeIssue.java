package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
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

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final int PAGE = 200;

    private final Lists lists;
    private final Issues issues;
    private final Materials materials;
    private final PortalLinks portal;
    private final Clock clock;

    ProposeIssue(Lists lists, Issues issues, Materials materials, PortalLinks portal, Clock clock) {
        this.lists = lists;
        this.issues = issues;
        this.materials = materials;
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
                        .filter(material -> isAbout(material, profile))
                        .limit(MOST_ITEMS)
                        .map(this::item);
        List<Item> items =
                Stream.of(toCome, decisions(profile, now), associations(profile, now))
                        .flatMap(Function.identity())
                        .toList();
        return new Copy("", list.id(), nextNumber(list.id(), year), year, list.name(), items);
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
                .filter(call -> isAbout(Stream.of(call.title()), "", profile))
                .limit(MOST_ITEMS)
                .map(
                        call ->
                                new Item(
                                        call.title(),
                                        inAllLanguages(reader -> text(call, reader)),
                                        URI.create(portal.open("calls", call.callId()))));
    }

    /** All in one part, each by its public name. */
    private Stream<Item> associations(Profile profile, Instant now) {
        List<NewAssociation> found =
                materials.verifiedSince(now.minus(BACK)).stream()
                        .filter(
                                association ->
                                        isAbout(
                                                Stream.of(association.name()),
                                                String.join("\n", association.themes()),
                                                profile))
                        .limit(MOST_NAMES)
                        .toList();
        return found.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Item(
                                inAllLanguages(
                                        reader -> Phrases.in(reader).say("material.associations")),
                                inAllLanguages(
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

    private static boolean isAbout(Material material, Profile profile) {
        return isAbout(
                Stream.of(material.title(), material.about(), material.place())
                        .flatMap(Stream::ofNullable),
                "",
                profile);
    }

    /** A list of all topics and the whole municipality takes all; others what names theirs. */
    private static boolean isAbout(Stream<LocalizedText> texts, String themes, Profile profile) {
        String topic = profile.topic();
        LocalizedText area = profile.area();
        String said = said(texts);
        boolean ofTopic =
                topic == null
                        || said.contains(topic.replace('-', ' '))
                        || themes.lines().anyMatch(topic::equals);
        boolean ofArea =
                area == null
                        || texts(area)
                                .anyMatch(name -> said.contains(name.toLowerCase(Locale.ROOT)));
        return ofTopic && ofArea;
    }

    private static String said(Stream<LocalizedText> all) {
        return String.join("\n", all.flatMap(ProposeIssue::texts).toList())
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<String> texts(LocalizedText text) {
        return Stream.of(Language.values()).map(text::get).flatMap(Stream::ofNullable);
    }

    private Item item(Material material) {
        URI link =
                URI.create(
                        switch (material.kind()) {
                            case EVENT -> portal.open("events", material.id());
                            case CALL -> portal.open("calls", material.id());
                        });
        return new Item(material.title(), inAllLanguages(reader -> text(material, reader)), link);
    }

    private static String text(Material material, Language reader) {
        Phrases phrases = Phrases.in(reader);
        String when = Moments.span(material.from(), Optional.of(material.until()), reader);
        List<String> sentences = new ArrayList<>();
        sentences.add(
                switch (material.kind()) {
                    case EVENT -> phrases.say("material.when", when);
                    case CALL -> phrases.say("material.call", when);
                });
        add(sentences, phrases, "material.where", material.place());
        Instant registerBy = material.registerBy();
        if (registerBy != null) {
            sentences.add(
                    phrases.say(
                            "material.register",
                            Moments.span(registerBy, Optional.empty(), reader)));
        }
        LocalizedText about = material.about();
        return (about == null ? "" : about.in(reader).text() + "\n\n")
                + String.join("\n", sentences);
    }

    private static void add(
            List<String> sentences, Phrases phrases, String phrase, @Nullable LocalizedText text) {
        if (text != null) {
            sentences.add(phrases.say(phrase, text.in(phrases.language()).text()));
        }
    }

    private static LocalizedText inAllLanguages(Function<Language, String> text) {
        return new LocalizedText(
                text.apply(Language.FI), text.apply(Language.SV), text.apply(Language.EN));
    }

    private int nextNumber(String listId, int year) {
        int last = 0;
        String after = "";
        List<Stored<Issue>> page;
        do {
            page = issues.list(after, PAGE);
            for (var stored : page) {
                Copy copy = stored.body().copy();
                if (copy.listId().equals(listId) && copy.year() == year) {
                    last = Math.max(last, copy.number());
                }
                after = stored.id();
            }
        } while (page.size() == PAGE);
        return last + 1;
    }
}
