package fi.kumppani.events.event;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * A part of the country that an event is meant for: a village, or a municipality of old days that
 * lives on as a post town.
 *
 * @param name what people call it
 * @param municipality the municipality it belongs to today
 * @param postcode five digits
 */
public record Area(
        LocalizedText name, @Nullable MunicipalityCode municipality, @Nullable String postcode) {}
