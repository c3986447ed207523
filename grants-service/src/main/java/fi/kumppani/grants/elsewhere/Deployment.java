package fi.kumppani.grants.elsewhere;

import fi.kumppani.kit.tenancy.MunicipalityCode;

/**
 * Where documents are kept that belong to no municipality but to the deployment as a whole. Only
 * what is named in the decision record on it is kept there.
 */
public final class Deployment {

    /** Statistics Finland gives nobody this code, and no token carries it. */
    public static final MunicipalityCode NOBODYS = new MunicipalityCode("000");

    private Deployment() {}
}
