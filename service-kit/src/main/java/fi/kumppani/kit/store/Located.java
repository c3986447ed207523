package fi.kumppani.kit.store;

import fi.kumppani.kit.tenancy.MunicipalityCode;

/**
 * Where an aggregate is found.
 *
 * @param id its id
 * @param municipality whose it is, to be bound before it is looked at
 */
public record Located(String id, MunicipalityCode municipality) {}
