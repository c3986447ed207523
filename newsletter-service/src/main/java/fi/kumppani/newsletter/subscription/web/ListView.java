package fi.kumppani.newsletter.subscription.web;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.subscription.NewsletterList;

/**
 * A list.
 *
 * @param id of the list
 * @param name what it is called
 */
record ListView(String id, LocalizedText name) {

    static ListView of(NewsletterList list) {
        return new ListView(list.id(), list.name());
    }
}
