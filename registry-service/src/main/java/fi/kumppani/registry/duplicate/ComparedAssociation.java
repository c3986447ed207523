package fi.kumppani.registry.duplicate;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Facts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An association with what is compared of it. */
record ComparedAssociation(
        Association association, List<ComparedName> names, Optional<String> mailbox) {

    static ComparedAssociation of(Association association) {
        return new ComparedAssociation(
                association,
                names(association.facts().name()),
                association
                        .upkeep()
                        .contact()
                        .map(contact -> contact.email().value().toLowerCase(Locale.ROOT)));
    }

    /** All names it has, in whatever language they are written. */
    static List<ComparedName> names(LocalizedText name) {
        return Stream.of(name.fi(), name.sv(), name.en())
                .filter(Objects::nonNull)
                .flatMap(written -> ComparedName.of(written).stream())
                .distinct()
                .toList();
    }

    /** The same without an address, as an office's says nothing of who has it. */
    ComparedAssociation withoutMailbox() {
        return new ComparedAssociation(association, names, Optional.empty());
    }

    /** What it has in common with every association that looks like it. */
    Stream<String> keys() {
        return Stream.concat(
                        names.stream().flatMap(ComparedName::keys),
                        mailbox.stream().map(address -> "mailbox " + address))
                .distinct();
    }

    /** Why the two look like the same one, the strongest ground first. */
    List<Ground> groundsWith(ComparedAssociation other) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        if (mailbox.isPresent() && mailbox.equals(other.mailbox)) {
            grounds.add(Ground.SAME_MAILBOX);
        }
        grounds.addAll(groundsOf(other.names));
        if (isTold(association.facts(), other.association.facts())) {
            grounds.remove(Ground.SIMILAR_NAME);
        }
        return new ArrayList<>(grounds);
    }

    /** What one of its names has in common with one of these. */
    Set<Ground> groundsOf(List<ComparedName> others) {
        if (names.stream().anyMatch(name -> others.stream().anyMatch(name::isSame))) {
            return EnumSet.of(Ground.SAME_NAME);
        }
        return names.stream().anyMatch(name -> others.stream().anyMatch(name::isLike))
                ? EnumSet.of(Ground.SIMILAR_NAME)
                : EnumSet.noneOf(Ground.class);
    }

    /** Whether a register tells them apart. */
    private static boolean isTold(Facts one, Facts other) {
        return differ(one.businessId(), other.businessId())
                || differ(one.registerNumber(), other.registerNumber());
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
