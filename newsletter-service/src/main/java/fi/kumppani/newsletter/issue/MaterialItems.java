package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.letter.Moments;
import fi.kumppani.newsletter.letter.Phrases;
import fi.kumppani.newsletter.material.Material;
import fi.kumppani.newsletter.subscription.NewsletterList.Profile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes parts of an issue from events and calls. */
@Service
class MaterialItems {

    private final PortalLinks portal;

    MaterialItems(PortalLinks portal) {
        this.portal = portal;
    }

    /** The part that tells of it. */
    Item of(Material material) {
        URI link =
                URI.create(
                        switch (material.kind()) {
                            case EVENT -> portal.open("events", material.id());
                            case CALL -> portal.open("calls", material.id());
                        });
        return new Item(material.title(), inAllLanguages(reader -> text(material, reader)), link);
    }

    /** Whether a list tells of it. */
    static boolean isAbout(Material material, Profile profile) {
        return isAbout(
                Stream.of(material.title(), material.about(), material.place())
                        .flatMap(Stream::ofNullable),
                "",
                profile);
    }

    /** A list of all topics and the whole municipality takes all; others what names theirs. */
    static boolean isAbout(Stream<LocalizedText> texts, String themes, Profile profile) {
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
        return String.join("\n", all.flatMap(MaterialItems::texts).toList())
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<String> texts(LocalizedText text) {
        return Stream.of(Language.values()).map(text::get).flatMap(Stream::ofNullable);
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

    static LocalizedText inAllLanguages(Function<Language, String> text) {
        return new LocalizedText(
                text.apply(Language.FI), text.apply(Language.SV), text.apply(Language.EN));
    }
}
