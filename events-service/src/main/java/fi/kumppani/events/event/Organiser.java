package fi.kumppani.events.event;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds an event together with the municipality: an organisation, never a person.
 *
 * @param name of the organisation
 * @param municipality set when it is another municipality, whose coordinators then see how many
 *     come
 */
public record Organiser(LocalizedText name, @Nullable MunicipalityCode municipality) {}
