package fi.kumppani.registry.duplicate;

import fi.kumppani.registry.association.Association;

import java.util.Comparator;
import java.util.List;

/**
 * Two associations that look like the same one.
 *
 * @param first the one with the smaller id, which is the older one
 * @param second the other
 * @param grounds why, the strongest first; never empty
 */
public record PossibleDuplicate(Association first, Association second, List<Ground> grounds) {

    /** Those with the strongest ground first. */
    static final Comparator<PossibleDuplicate> STRONGEST_FIRST =
            Comparator.comparing(PossibleDuplicate::position);

    /** Copies the grounds. */
    public PossibleDuplicate {
        grounds = List.copyOf(grounds);
    }

    /** Its place among all others. */
    public String position() {
        return grounds.getFirst().rank() + ":" + pair().value();
    }

    private Pair pair() {
        return Pair.of(first.origin().id(), second.origin().id());
    }
}
