package fi.kumppani.newsletter.subscription.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.newsletter.subscription.Area;
import fi.kumppani.newsletter.subscription.NewsletterList;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A list.
 *
 * @param id of the list
 * @param name what it is called
 * @param about what it tells, and how often
 * @param topic a code of the municipality; absent for all topics
 * @param area the part of the municipality it is about; absent for all of it
 * @param audience for whom it is meant
 * @param languages the languages it comes in
 * @param open whether one can subscribe to it
 * @param areas the areas its readers can choose among; empty when they are not asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListView(
        String id,
        LocalizedText name,
        @Nullable LocalizedText about,
        @Nullable String topic,
        @Nullable LocalizedText area,
        String audience,
        List<String> languages,
        boolean open,
        List<Area> areas) {

    static ListView of(NewsletterList list) {
        NewsletterList.Profile profile = list.profile();
        return new ListView(
                list.id(),
                list.name(),
                profile.about(),
                profile.topic(),
                profile.area(),
                WireCodes.of(profile.audience()),
                profile.languages().stream().sorted().map(Language::code).toList(),
                profile.open(),
                profile.areas());
    }
}
