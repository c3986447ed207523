package fi.kumppani.grants.openness.web;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.openness.OpenApplicant;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Identifiers as 360Giving has them: an organisation goes by the register that knows it, under the
 * prefix that org-id.guide lists for that; everything else under the publisher's own prefix.
 */
@Component
@EnableConfigurationProperties(GivingSettings.class)
class GivingIds {

    /** The Finnish Patent and Registration Office, whose numbers are business ids (Y-tunnus). */
    private static final String REGISTERED = "FI-PRO-";

    private final GivingSettings settings;

    GivingIds(GivingSettings settings) {
        this.settings = settings;
    }

    /** Of a grant. */
    String grant(MunicipalityCode municipality, ApplicationId application) {
        return settings.prefix() + "-" + municipality + "-" + application;
    }

    /** Of who is given; of who is not named only the application, so that grants are not linked. */
    String recipient(ApplicationId application, OpenApplicant who) {
        AssociationId named = who.id();
        if (named == null) {
            return settings.prefix() + "-of-" + application;
        }
        return who.businessId() == null
                ? settings.prefix() + "-association-" + named
                : REGISTERED + who.businessId();
    }

    /** Of who gives. */
    String funder(MunicipalityCode municipality) {
        String businessId = settings.businessIds().get(municipality.value());
        return businessId == null
                ? settings.prefix() + "-municipality-" + municipality
                : REGISTERED + businessId;
    }
}
