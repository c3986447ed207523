package fi.kumppani.grants.elsewhere.persistence;

import fi.kumppani.kit.text.LocalizedText;

/**
 * A call that was told of.
 *
 * @param told the sequence of the message; 0 of none
 */
record ToldCallDocument(LocalizedText title, String kind, long told) {}
