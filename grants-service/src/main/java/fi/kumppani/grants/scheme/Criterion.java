package fi.kumppani.grants.scheme;

import fi.kumppani.kit.text.LocalizedText;

/**
 * What applications are scored by (arviointiperuste).
 *
 * @param id chosen by the one who writes the call
 * @param text what everybody reads
 * @param weight its part of the whole, 1 to 100; those of a call make 100 together
 */
public record Criterion(String id, LocalizedText text, int weight) {}
