package fi.kumppani.registry.association;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.time.Instant;

/**
 * What is fixed about an association since its registration.
 *
 * @param id UUIDv7
 * @param home its home municipality (kotikunta)
 * @param registeredAt when it was entered into this registry
 * @param imported whether it came with an import of history
 */
public record Origin(String id, MunicipalityCode home, Instant registeredAt, boolean imported) {}
