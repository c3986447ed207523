package fi.kumppani.grants.appeal.persistence;

import fi.kumppani.grants.appeal.Edition;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All editions of one municipality as they are kept, the newest first. */
record EditionsDocument(List<EditionPart> editions) {

    EditionsDocument with(Edition edition) {
        return new EditionsDocument(
                Stream.concat(
                                Stream.of(EditionPart.from(edition)),
                                editions.stream()
                                        .filter(
                                                known ->
                                                        !known.validFrom()
                                                                .equals(edition.validFrom())))
                        .sorted(Comparator.comparing(EditionPart::validFrom).reversed())
                        .toList());
    }

    List<Edition> toDomain() {
        return editions.stream().map(EditionPart::toDomain).toList();
    }

    record EditionPart(
            LocalDate validFrom,
            int wording,
            LocalizedText boardAbove,
            LocalizedText officeName,
            String address,
            String email,
            @Nullable String phone,
            LocalizedText openingHours,
            @Nullable LocalizedText court) {

        static EditionPart from(Edition edition) {
            Edition.Office office = edition.office();
            return new EditionPart(
                    edition.validFrom(),
                    edition.wording(),
                    edition.boardAbove(),
                    office.name(),
                    office.address(),
                    office.email(),
                    office.phone(),
                    office.openingHours(),
                    edition.court());
        }

        Edition toDomain() {
            return new Edition(
                    validFrom,
                    wording,
                    boardAbove,
                    new Edition.Office(officeName, address, email, phone, openingHours),
                    court);
        }
    }
}
