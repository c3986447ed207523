package fi.kumppani.registry.association.persistence;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.LegalForm;
import fi.kumppani.registry.association.PurposeClass;
import fi.kumppani.registry.association.Search;
import fi.kumppani.registry.association.Status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an association is found by.
 *
 * @param names all its names in small letters
 */
record DirectoryEntry(
        String id,
        String names,
        Status status,
        LegalForm form,
        Optional<PurposeClass> purposeClass,
        List<String> themes,
        Optional<LocalDate> confirmedOn) {

    static DirectoryEntry of(Stored<Association> association) {
        Facts facts = association.body().facts();
        return new DirectoryEntry(
                association.id(),
                text(facts.name()),
                Status.of(association.body()),
                facts.form(),
                facts.purposeClass(),
                facts.themes(),
                association.body().upkeep().confirmedOn());
    }

    /** Whether all that is looked for holds, the network aside. */
    boolean isLookedFor(Search search) {
        return search.statuses().contains(status)
                && search.form().filter(wanted -> wanted != form).isEmpty()
                && search.purposeClass()
                        .filter(wanted -> !purposeClass.equals(Optional.of(wanted)))
                        .isEmpty()
                && search.theme().filter(wanted -> !themes.contains(wanted)).isEmpty()
                && search.unconfirmedSince()
                        .flatMap(day -> confirmedOn.filter(confirmed -> !confirmed.isBefore(day)))
                        .isEmpty()
                && Stream.of(lower(search.words()).split("\\s+")).allMatch(names::contains);
    }

    private static String text(LocalizedText name) {
        return Stream.of(name.fi(), name.sv(), name.en())
                .filter(Objects::nonNull)
                .map(DirectoryEntry::lower)
                .collect(Collectors.joining("\n"));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
