package fi.kumppani.registry.duplicate.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.BusinessId;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.Origin;
import fi.kumppani.registry.association.RegisterNumber;
import fi.kumppani.registry.association.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What tells an association from others; none of it is personal data.
 *
 * @param confirmedOn the day it last said that its facts are right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparedView(
        String id,
        LocalizedText name,
        @Nullable String businessId,
        @Nullable String registerNumber,
        String form,
        String status,
        boolean active,
        boolean imported,
        Instant registeredAt,
        @Nullable LocalDate confirmedOn) {

    static ComparedView of(Association association) {
        Origin origin = association.origin();
        Facts facts = association.facts();
        return new ComparedView(
                origin.id(),
                facts.name(),
                facts.businessId().map(BusinessId::value).orElse(null),
                facts.registerNumber().map(RegisterNumber::value).orElse(null),
                facts.form().code(),
                Status.of(association).code(),
                facts.active(),
                origin.imported(),
                origin.registeredAt(),
                association.upkeep().confirmedOn().orElse(null));
    }
}
