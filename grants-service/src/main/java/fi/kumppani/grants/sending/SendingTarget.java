package fi.kumppani.grants.sending;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.kit.tenancy.MunicipalityCode;

/**
 * Where an application is to go as well.
 *
 * @param municipality another one than its own
 * @param call of that municipality
 */
public record SendingTarget(MunicipalityCode municipality, CallId call) {}
