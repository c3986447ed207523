package fi.kumppani.registry.association;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for among associations; all of it must hold.
 *
 * @param words that must all be in one of its names, in whatever language; empty for any
 * @param statuses the states it may be in; never empty
 * @param form its legal form
 * @param purposeClass its class in the register of associations
 * @param theme the key of one of its themes
 * @param network the id of a network it is a member of
 * @param unconfirmedSince the day since when it has not said that its facts are right
 */
public record Search(
        String words,
        Set<Status> statuses,
        Optional<LegalForm> form,
        Optional<PurposeClass> purposeClass,
        Optional<String> theme,
        Optional<String> network,
        Optional<LocalDate> unconfirmedSince) {

    /** Copies the states. */
    public Search {
        statuses = Set.copyOf(statuses);
    }

    /** Whether there is nothing that it leaves out. */
    public boolean isForAll() {
        return words.isBlank()
                && statuses.size() == Status.values().length
                && form.isEmpty()
                && purposeClass.isEmpty()
                && theme.isEmpty()
                && network.isEmpty()
                && unconfirmedSince.isEmpty();
    }
}
