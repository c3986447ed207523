package fi.kumppani.registry.association;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.RegisterAssociation.Registration;
import fi.kumppani.registry.municipality.Classification;
import fi.kumppani.registry.municipality.Municipality;
import fi.kumppani.registry.municipality.Region;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry of associations in Seinäjoki, and how an association comes into it. */
final class AssociationFixtures {

    static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T10:00:00.123456Z"), ZoneOffset.UTC);

    final InMemoryAssociations associations = new InMemoryAssociations();
    private final AtomicInteger numbers = new AtomicInteger();
    final Ids ids = () -> "association-" + numbers.incrementAndGet();
    final RegisterAssociation registerAssociation =
            new RegisterAssociation(associations, new OnlySeinajoki(), ids, CLOCK);

    static Facts facts(String name) {
        return new Facts(
                LocalizedText.finnish(name),
                Optional.empty(),
                Optional.empty(),
                LegalForm.REGISTERED_ASSOCIATION,
                Optional.of(new PurposeClass(5)),
                List.of("villages"),
                true);
    }

    static Facts facts(String name, String businessId) {
        Facts facts = facts(name);
        return new Facts(
                facts.name(),
                Optional.of(new BusinessId(businessId)),
                facts.registerNumber(),
                facts.form(),
                facts.purposeClass(),
                facts.themes(),
                facts.active());
    }

    Association registered(Facts facts) {
        return switch (register(facts, new Creation("key-of-" + facts.name().fi(), "hash"))) {
            case Registration.Done(Association association) -> association;
            case Registration other -> throw new AssertionError(other);
        };
    }

    Registration register(Facts facts, Creation creation) {
        return Tenancy.callIn(SEINAJOKI, () -> registerAssociation.register(facts, creation));
    }

    Association verified(Facts facts) {
        String id = registered(facts).origin().id();
        return kept(new VerifyAssociation(associations).verify(id, 1));
    }

    Association dissolved(Facts facts) {
        String id = registered(facts).origin().id();
        return kept(new DissolveAssociation(associations).dissolve(id, 1));
    }

    static Association kept(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept(var stored) -> stored.body();
            case Outcome other -> throw new AssertionError(other);
        };
    }

    /** A classification that knows one municipality. */
    private static final class OnlySeinajoki implements Classification {

        private final Municipality seinajoki =
                new Municipality(
                        SEINAJOKI,
                        LocalizedText.finnish("Seinäjoki"),
                        "14",
                        new Municipality.WellbeingCounty("16", LocalizedText.finnish("E-P")),
                        List.of(),
                        List.of());

        @Override
        public String edition() {
            return "only-seinajoki";
        }

        @Override
        public List<Municipality> municipalitiesWithPopulations() {
            return municipalities();
        }

        @Override
        public List<Municipality> municipalities() {
            return List.of(seinajoki);
        }

        @Override
        public Optional<Municipality> municipality(MunicipalityCode code) {
            return municipalities().stream().filter(m -> m.code().equals(code)).findFirst();
        }

        @Override
        public List<Region> regions() {
            return List.of();
        }

        @Override
        public Optional<Region> region(String code) {
            return Optional.empty();
        }
    }
}
