package fi.kumppani.events.network.persistence;

import fi.kumppani.kit.text.LocalizedText;

/** A network as it is kept. */
record NetworkDocument(LocalizedText name, boolean active) {}
