package fi.kumppani.registry.association;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** Notes that an association does not exist any more, or that it was entered twice. */
@Service
public class DissolveAssociation {

    private final Associations associations;

    DissolveAssociation(Associations associations) {
        this.associations = associations;
    }

    /**
     * Dissolves it, for good.
     *
     * @param version the version the coordinator has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome dissolve(String id, long version) {
        return dissolve(id, version, Optional.empty());
    }

    /**
     * Dissolves it, for good, as it is another one that was entered before or after it. What is
     * known of either stays with it.
     *
     * @param original the id of that one, which must be another and not dissolved
     * @param version the version the coordinator has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome dissolveDuplicate(String id, String original, long version) {
        boolean isThere =
                !original.equals(id)
                        && associations
                                .find(original)
                                .filter(found -> found.body() instanceof Association.Living)
                                .isPresent();
        if (isThere) {
            return dissolve(id, version, Optional.of(original));
        }
        return associations.find(id).isPresent()
                ? new Outcome.Refused(Refusal.NO_SUCH_ORIGINAL)
                : new Outcome.Unknown();
    }

    private Outcome dissolve(String id, long version, Optional<String> duplicateOf) {
        return associations.change(
                id,
                version,
                association ->
                        switch (association) {
                            case Association.Living living ->
                                    new Step.Take(new News.Changed(living.dissolve(duplicateOf)));
                            case Association.Dissolved _ -> new Step.Refuse(Refusal.DISSOLVED);
                        });
    }
}
