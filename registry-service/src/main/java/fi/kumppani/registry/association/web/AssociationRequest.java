package fi.kumppani.registry.association.web;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a coordinator or representative says of an association, not yet checked: see {@link
 * FactsReader}.
 *
 * @param active absent means yes
 */
record AssociationRequest(
        @Nullable Names name,
        @Nullable String businessId,
        @Nullable String registerNumber,
        @Nullable String form,
        @Nullable Integer purposeClass,
        @Nullable List<@Nullable String> themes,
        @Nullable Boolean active) {

    /** A name in some of the languages. */
    record Names(@Nullable String fi, @Nullable String sv, @Nullable String en) {}
}
