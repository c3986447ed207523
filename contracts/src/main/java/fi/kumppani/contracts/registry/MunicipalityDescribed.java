package fi.kumppani.contracts.registry;

/** A municipality as it now is: told at first and whenever a fact about it changes. */
public record MunicipalityDescribed(Municipality municipality) {
    public static final String TYPE = "registry.municipality.described.v1";
}
