package fi.kumppani.events.network;

import fi.kumppani.kit.text.LocalizedText;

/**
 * A network as the registry tells of it.
 *
 * @param id its id there
 * @param name its names
 * @param active whether it still meets
 */
public record KnownNetwork(String id, LocalizedText name, boolean active) {}
