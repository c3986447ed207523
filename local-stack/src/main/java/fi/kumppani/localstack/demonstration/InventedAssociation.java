package fi.kumppani.localstack.demonstration;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * An association that exists nowhere else, as a row of the registry's import.
 *
 * @param key the same at each load
 */
record InventedAssociation(String key, Facts association) {

    /** What the registry is told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Facts(
            Name name,
            @Nullable String businessId,
            @Nullable String registerNumber,
            String form,
            @Nullable Integer purposeClass) {}

    /** A name in Finnish. */
    record Name(String fi) {}
}
