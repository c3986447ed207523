package fi.kumppani.events.feed.persistence;

import fi.kumppani.kit.text.LocalizedText;

/** A municipality as it is kept. */
record PlaceDocument(LocalizedText name, String region) {}
