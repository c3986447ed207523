package fi.kumppani.registry.association.persistence;

import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.BusinessId;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.LegalForm;
import fi.kumppani.registry.association.MailContact;
import fi.kumppani.registry.association.Origin;
import fi.kumppani.registry.association.PurposeClass;
import fi.kumppani.registry.association.RegisterNumber;
import fi.kumppani.registry.association.Upkeep;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
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
        boolean active,
        @Nullable ContactPart contact,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate askedOn,
        @Nullable String duplicateOf) {

    private static final String UNVERIFIED = "unverified";
    private static final String VERIFIED = "verified";
    private static final String DISSOLVED = "dissolved";

    /** Whom mail goes to, as it is kept. */
    record ContactPart(Confidential email, String language) {

        static ContactPart from(MailContact contact) {
            return new ContactPart(
                    new Confidential(contact.email().value()), contact.language().code());
        }

        MailContact toDomain() {
            return new MailContact(new EmailAddress(email.text()), Language.ofCode(language));
        }
    }

    static AssociationDocument from(Association association) {
        Origin origin = association.origin();
        Facts facts = association.facts();
        Upkeep upkeep = association.upkeep();
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
                facts.active(),
                upkeep.contact().map(ContactPart::from).orElse(null),
                upkeep.confirmedOn().orElse(null),
                upkeep.askedOn().orElse(null),
                association instanceof Association.Dissolved dissolved
                        ? dissolved.duplicateOf().orElse(null)
                        : null);
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
        var upkeep =
                new Upkeep(
                        Optional.ofNullable(contact).map(ContactPart::toDomain),
                        Optional.ofNullable(confirmedOn),
                        Optional.ofNullable(askedOn));
        return switch (state) {
            case UNVERIFIED -> new Association.Unverified(origin, facts, upkeep);
            case VERIFIED -> new Association.Verified(origin, facts, upkeep);
            case DISSOLVED ->
                    new Association.Dissolved(
                            origin, facts, upkeep, Optional.ofNullable(duplicateOf));
            default -> throw new IllegalStateException("No state " + state + " is known");
        };
    }
}
