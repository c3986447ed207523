package fi.kumppani.registry.association.persistence;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.BusinessId;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.LegalForm;
import fi.kumppani.registry.association.Origin;
import fi.kumppani.registry.association.PurposeClass;
import fi.kumppani.registry.association.RegisterNumber;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An association as it is kept. */
record AssociationDocument(
        String associationId,
        MunicipalityCode home,
        Instant registeredAt,
        boolean imported,
        String state,
        LocalizedText name,
        @Nullable String businessId,
        @Nullable String registerNumber,
        String form,
        @Nullable Integer purposeClass,
        List<String> themes,
        boolean active) {

    private static final String UNVERIFIED = "unverified";
    private static final String VERIFIED = "verified";
    private static final String DISSOLVED = "dissolved";

    static AssociationDocument from(Association association) {
        Origin origin = association.origin();
        Facts facts = association.facts();
        return new AssociationDocument(
                origin.id(),
                origin.home(),
                origin.registeredAt(),
                origin.imported(),
                switch (association) {
                    case Association.Unverified _ -> UNVERIFIED;
                    case Association.Verified _ -> VERIFIED;
                    case Association.Dissolved _ -> DISSOLVED;
                },
                facts.name(),
                facts.businessId().map(BusinessId::value).orElse(null),
                facts.registerNumber().map(RegisterNumber::value).orElse(null),
                facts.form().code(),
                facts.purposeClass().map(PurposeClass::number).orElse(null),
                facts.themes(),
                facts.active());
    }

    Association toDomain() {
        var origin = new Origin(associationId, home, registeredAt, imported);
        var facts =
                new Facts(
                        name,
                        Optional.ofNullable(businessId).map(BusinessId::new),
                        Optional.ofNullable(registerNumber).map(RegisterNumber::new),
                        LegalForm.ofCode(form).orElseThrow(),
                        Optional.ofNullable(purposeClass).map(PurposeClass::new),
                        themes,
                        active);
        return switch (state) {
            case UNVERIFIED -> new Association.Unverified(origin, facts);
            case VERIFIED -> new Association.Verified(origin, facts);
            case DISSOLVED -> new Association.Dissolved(origin, facts);
            default -> throw new IllegalStateException("No state " + state + " is known");
        };
    }
}
