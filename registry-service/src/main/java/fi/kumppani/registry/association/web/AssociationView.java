package fi.kumppani.registry.association.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.BusinessId;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.Origin;
import fi.kumppani.registry.association.PurposeClass;
import fi.kumppani.registry.association.RegisterNumber;
import fi.kumppani.registry.association.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An association as anybody may read it: it has no personal data.
 *
 * @param confirmedOn the day it last said that its facts are right
 * @param confirmationAskedOn the day it was last asked to
 * @param duplicateOf the id of the one it turned out to be, when it was dissolved as that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssociationView(
        String id,
        LocalizedText name,
        @Nullable String businessId,
        @Nullable String registerNumber,
        String form,
        String homeMunicipality,
        @Nullable Integer purposeClass,
        List<String> themes,
        String status,
        boolean active,
        boolean imported,
        Instant registeredAt,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate confirmationAskedOn,
        @Nullable String duplicateOf) {

    static AssociationView of(Association association) {
        Origin origin = association.origin();
        Facts facts = association.facts();
        return new AssociationView(
                origin.id(),
                facts.name(),
                facts.businessId().map(BusinessId::value).orElse(null),
                facts.registerNumber().map(RegisterNumber::value).orElse(null),
                facts.form().code(),
                origin.home().value(),
                facts.purposeClass().map(PurposeClass::number).orElse(null),
                facts.themes(),
                Status.of(association).code(),
                facts.active(),
                origin.imported(),
                origin.registeredAt(),
                association.upkeep().confirmedOn().orElse(null),
                association.upkeep().askedOn().orElse(null),
                association instanceof Association.Dissolved dissolved
                        ? dissolved.duplicateOf().orElse(null)
                        : null);
    }
}
