package fi.kumppani.contracts.registry;

import fi.kumppani.contracts.LocalizedTexts;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The public state of a network of associations (järjestöverkosto) of a municipality.
 *
 * @param id UUIDv7
 * @param name its names
 * @param description what it is for
 * @param contactRole which role at the municipality to turn to; never who holds it
 * @param status {@code active} or {@code ended}
 * @param endedOn the last day, in Europe/Helsinki, of one that has ended
 */
public record Network(
        String id,
        LocalizedTexts name,
        @Nullable LocalizedTexts description,
        @Nullable LocalizedTexts contactRole,
        String status,
        @Nullable LocalDate endedOn) {}
