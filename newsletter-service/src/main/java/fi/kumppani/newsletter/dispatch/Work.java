package fi.kumppani.newsletter.dispatch;

import fi.kumppani.kit.tenancy.MunicipalityCode;

/**
 * Something that waits to be worked on.
 *
 * @param id what it is
 * @param municipality whose it is
 */
public record Work(String id, MunicipalityCode municipality) {}
