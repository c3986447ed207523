package fi.kumppani.registry.network;

import fi.kumppani.kit.text.LocalizedText;

import java.util.Optional;

/**
 * What a network says of itself.
 *
 * @param name its names
 * @param description what it is for
 * @param contactRole which role at the municipality to turn to; never who holds it
 */
public record Profile(
        LocalizedText name,
        Optional<LocalizedText> description,
        Optional<LocalizedText> contactRole) {}
