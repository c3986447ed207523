package fi.kumppani.registry.association.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.BusinessId;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.LegalForm;
import fi.kumppani.registry.association.PurposeClass;
import fi.kumppani.registry.association.RegisterNumber;
import fi.kumppani.registry.association.web.AssociationRequest.Names;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class FactsReaderTests {

    @Test
    void readsEverythingThatWasSaid() {
        var request =
                new AssociationRequest(
                        new Names("Kylät ry", " Byarna rf ", null),
                        "114162-2",
                        "178.462",
                        "registered-association",
                        5,
                        List.of("villages", "sports"),
                        false);
        assertThat(FactsReader.read(request))
                .isEqualTo(
                        new FactsReader.Sound(
                                new Facts(
                                        new LocalizedText("Kylät ry", "Byarna rf", null),
                                        Optional.of(new BusinessId("0114162-2")),
                                        Optional.of(new RegisterNumber("178462")),
                                        LegalForm.REGISTERED_ASSOCIATION,
                                        Optional.of(new PurposeClass(5)),
                                        List.of("villages", "sports"),
                                        false)));
    }

    @Test
    void takesBlankIdentifiersForNoneAndCountsTheAssociationAsActive() {
        var request =
                new AssociationRequest(
                        new Names("Kylät", null, null),
                        " ",
                        "",
                        "unregistered-group",
                        null,
                        null,
                        null);
        assertThat(FactsReader.read(request))
                .isInstanceOfSatisfying(
                        FactsReader.Sound.class,
                        sound -> {
                            assertThat(sound.facts().businessId()).isEmpty();
                            assertThat(sound.facts().registerNumber()).isEmpty();
                            assertThat(sound.facts().purposeClass()).isEmpty();
                            assertThat(sound.facts().active()).isTrue();
                        });
    }

    @Test
    void namesEveryFieldAtFaultAtOnce() {
        var request =
                new AssociationRequest(
                        new Names("x".repeat(201), null, null),
                        "1375045-1",
                        "1234567",
                        "club",
                        10,
                        List.of("Villages"),
                        null);
        assertThat(FactsReader.read(request))
                .isInstanceOfSatisfying(
                        FactsReader.Faulty.class,
                        faulty ->
                                assertThat(faulty.errors())
                                        .extracting(FieldError::field, FieldError::code)
                                        .containsExactly(
                                                tuple("name.fi", "size"),
                                                tuple("businessId", "wrong-check-digit"),
                                                tuple("registerNumber", "malformed"),
                                                tuple("form", "unknown"),
                                                tuple("purposeClass", "unknown"),
                                                tuple("themes", "malformed")));
    }

    @Test
    void asksForANameAndAForm() {
        var request =
                new AssociationRequest(
                        new Names(" ", null, null),
                        "17902350",
                        null,
                        null,
                        null,
                        Arrays.asList("a", null),
                        null);
        assertThat(FactsReader.read(request))
                .isInstanceOfSatisfying(
                        FactsReader.Faulty.class,
                        faulty ->
                                assertThat(faulty.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly("name", "businessId", "form", "themes"));
    }

    @Test
    void refusesAThemeNamedTwice() {
        var request =
                new AssociationRequest(
                        new Names("Kylät", null, null),
                        null,
                        null,
                        "other",
                        null,
                        Collections.nCopies(2, "same"),
                        null);
        assertThat(FactsReader.read(request)).isInstanceOf(FactsReader.Faulty.class);
    }
}
