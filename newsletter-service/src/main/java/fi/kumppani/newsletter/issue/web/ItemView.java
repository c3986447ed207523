package fi.kumppani.newsletter.issue.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.Item;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/** A part of an issue. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemView(LocalizedText title, LocalizedText text, @Nullable URI link) {

    static ItemView of(Item item) {
        return new ItemView(item.title(), item.text(), item.link());
    }
}
