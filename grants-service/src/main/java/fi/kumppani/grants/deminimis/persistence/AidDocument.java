package fi.kumppani.grants.deminimis.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.deminimis.UndertakingAid;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What an undertaking has, as it is kept under the association's id. */
record AidDocument(List<EntryPart> entries, @Nullable DeclarationPart declared) {

    static AidDocument from(UndertakingAid aid) {
        UndertakingAid.Declaration declared = aid.declared();
        return new AidDocument(
                aid.entries().stream().map(EntryPart::from).toList(),
                declared == null ? null : DeclarationPart.from(declared));
    }

    UndertakingAid toDomain(String id) {
        return new UndertakingAid(
                new AssociationId(id),
                entries.stream().map(EntryPart::toDomain).toList(),
                declared == null ? null : declared.toDomain());
    }

    record EntryPart(
            String operation,
            String municipality,
            String application,
            long cents,
            LocalDate day,
            String state,
            long usedCents) {

        static EntryPart from(UndertakingAid.Entry entry) {
            return new EntryPart(
                    entry.operation().value(),
                    entry.municipality().value(),
                    entry.application().value(),
                    entry.amount().cents(),
                    entry.day(),
                    WireCodes.of(entry.state()),
                    entry.used().cents());
        }

        UndertakingAid.Entry toDomain() {
            return new UndertakingAid.Entry(
                    new OperationId(operation),
                    new MunicipalityCode(municipality),
                    new ApplicationId(application),
                    new Euros(cents),
                    day,
                    WireCodes.read(UndertakingAid.State.class, state).orElseThrow(),
                    new Euros(usedCents));
        }
    }

    record DeclarationPart(List<AidPart> items, String application, Instant at) {

        static DeclarationPart from(UndertakingAid.Declaration declaration) {
            return new DeclarationPart(
                    declaration.items().stream().map(AidPart::from).toList(),
                    declaration.application().value(),
                    declaration.at());
        }

        UndertakingAid.Declaration toDomain() {
            return new UndertakingAid.Declaration(
                    items.stream().map(AidPart::toDomain).toList(),
                    new ApplicationId(application),
                    at);
        }
    }

    record AidPart(String granter, LocalDate grantedOn, long cents) {

        static AidPart from(UndertakingAid.Aid aid) {
            return new AidPart(aid.granter(), aid.grantedOn(), aid.amount().cents());
        }

        UndertakingAid.Aid toDomain() {
            return new UndertakingAid.Aid(granter, grantedOn, new Euros(cents));
        }
    }
}
