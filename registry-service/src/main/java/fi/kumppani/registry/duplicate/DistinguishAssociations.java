package fi.kumppani.registry.duplicate;

import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.registry.association.Associations;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A coordinator says that two associations are not the same, or takes it back. */
@Service
public class DistinguishAssociations {

    private final Associations associations;
    private final Distinctions distinctions;
    private final Clock clock;

    DistinguishAssociations(Associations associations, Distinctions distinctions, Clock clock) {
        this.associations = associations;
        this.distinctions = distinctions;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Result {
        /** It is so, now or since it was said before. */
        DONE,
        /** The current municipality does not have both of them. */
        UNKNOWN,
        /** They are one and the same entry. */
        ITSELF
    }

    /** They are not the same; saying it again changes nothing. */
    public Result distinguish(String one, String other) {
        Result result = look(one, other);
        if (result == Result.DONE) {
            distinctions.keep(new Distinction(Pair.of(one, other), FinnishTime.today(clock)));
        }
        return result;
    }

    /** They may be the same after all. */
    public Result takeBack(String one, String other) {
        Result result = look(one, other);
        if (result == Result.DONE) {
            distinctions.forget(Pair.of(one, other));
        }
        return result;
    }

    private Result look(String one, String other) {
        Set<String> known = associations.findAll(List.of(one, other)).keySet();
        if (!known.contains(one) || !known.contains(other)) {
            return Result.UNKNOWN;
        }
        return one.equals(other) ? Result.ITSELF : Result.DONE;
    }
}
