package fi.kumppani.contracts.grants;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * The public state of a call for grant applications (avustushaku).
 *
 * @param id UUIDv7
 * @param title its title
 * @param year the budget year
 * @param budget the appropriation for the year
 * @param capPerApplication the most one application can be granted
 * @param eligibleForms association forms that may apply
 * @param opensAt when it opens
 * @param closesAt when it closes; an application at this instant is late
 * @param imported whether it came with an import of history, of which nobody is mailed
 * @param kind what kind of support it is, such as {@code village-development}; absent in messages
 *     from before kinds were told
 */
public record Call(
        String id,
        LocalizedTexts title,
        int year,
        Money budget,
        Money capPerApplication,
        List<String> eligibleForms,
        Instant opensAt,
        Instant closesAt,
        boolean imported,
        @Nullable String kind) {}
