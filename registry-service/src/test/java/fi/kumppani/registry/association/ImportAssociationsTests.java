package fi.kumppani.registry.association;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.association.ImportAssociations.Prospect;
import fi.kumppani.registry.association.ImportAssociations.Row;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class ImportAssociationsTests {

    private static final Facts FACTS = AssociationFixtures.facts("Kylät ry");

    private final AssociationFixtures registry = new AssociationFixtures();
    private final ImportAssociations importAssociations =
            new ImportAssociations(registry.associations, registry.ids, AssociationFixtures.CLOCK);

    @Test
    void takesARowOverAsVerifiedAndImported() {
        assertThat(take("row-1", "hash", FACTS)).isEqualTo(new Row.Imported("association-1"));
        Association imported = registry.associations.find("association-1").orElseThrow().body();
        assertThat(imported).isInstanceOf(Association.Verified.class);
        assertThat(imported.origin().imported()).isTrue();
    }

    @Test
    void changesNothingWhenARowComesAgain() {
        var _ = take("row-1", "hash", FACTS);
        assertThat(take("row-1", "hash", FACTS)).isEqualTo(new Row.Unchanged("association-1"));
        assertThat(registry.associations.told).hasSize(1);
    }

    @Test
    void refusesAnotherRowUnderTheSameKey() {
        var _ = take("row-1", "hash", FACTS);
        assertThat(take("row-1", "other", FACTS)).isEqualTo(new Row.KeyReused());
    }

    @Test
    void keepsTheKeysOfMunicipalitiesApart() {
        var _ = take("row-1", "hash", FACTS);
        assertThat(
                        Tenancy.<Row, RuntimeException>callIn(
                                new MunicipalityCode("052"),
                                () ->
                                        importAssociations.take(
                                                "row-1", "hash", FACTS, Optional.empty())))
                .isInstanceOf(Row.Imported.class);
    }

    @Test
    void refusesAnIdentifierThatAnotherHas() {
        var _ = take("row-1", "hash", AssociationFixtures.facts("A ry", "1790235-0"));
        assertThat(take("row-2", "hash", AssociationFixtures.facts("B ry", "1790235-0")))
                .isEqualTo(new Row.Refused(Refusal.BUSINESS_ID_TAKEN));
    }

    @Test
    void foretellsWhatItWouldDoAndKeepsNothing() {
        var _ = take("row-1", "hash", AssociationFixtures.facts("A ry", "1790235-0"));
        ImportAssociations.Rehearsal rehearsal = importAssociations.rehearse();

        assertThat(tried(rehearsal, "row-1", "hash", FACTS)).isEqualTo(new Prospect.Unchanged());
        assertThat(tried(rehearsal, "row-1", "other", FACTS)).isEqualTo(new Prospect.KeyReused());
        assertThat(
                        tried(
                                rehearsal,
                                "row-2",
                                "hash",
                                AssociationFixtures.facts("B ry", "1790235-0")))
                .isEqualTo(new Prospect.Refused(Refusal.BUSINESS_ID_TAKEN));
        assertThat(tried(rehearsal, "row-3", "hash", FACTS)).isEqualTo(new Prospect.Importable());
        assertThat(registry.associations.told).hasSize(1);
        assertThat(registry.associations.list("", 10)).hasSize(1);
    }

    @Test
    void foretellsWhatEarlierRowsOfTheSameFileStandInTheWayOf() {
        ImportAssociations.Rehearsal rehearsal = importAssociations.rehearse();
        Facts first = AssociationFixtures.facts("A ry", "1790235-0");

        assertThat(tried(rehearsal, "row-1", "hash", first)).isEqualTo(new Prospect.Importable());
        assertThat(tried(rehearsal, "row-1", "hash", first)).isEqualTo(new Prospect.Unchanged());
        assertThat(tried(rehearsal, "row-1", "other", FACTS)).isEqualTo(new Prospect.KeyReused());
        assertThat(tried(rehearsal, "row-2", "hash", first))
                .isEqualTo(new Prospect.Refused(Refusal.BUSINESS_ID_TAKEN));
    }

    private static Prospect tried(
            ImportAssociations.Rehearsal rehearsal, String key, String contentHash, Facts facts) {
        return Tenancy.callIn(
                AssociationFixtures.SEINAJOKI, () -> rehearsal.take(key, contentHash, facts));
    }

    private Row take(String key, String contentHash, Facts facts) {
        return Tenancy.callIn(
                AssociationFixtures.SEINAJOKI,
                () -> importAssociations.take(key, contentHash, facts, Optional.empty()));
    }
}
