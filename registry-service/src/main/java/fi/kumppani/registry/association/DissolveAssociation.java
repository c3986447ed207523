package fi.kumppani.registry.association;

import org.springframework.stereotype.Service;

/** Notes that an association does not exist any more. */
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
        return associations.change(
                id,
                version,
                association ->
                        switch (association) {
                            case Association.Unverified unverified ->
                                    new Step.Take(new News.Changed(unverified.dissolve()));
                            case Association.Verified verified ->
                                    new Step.Take(new News.Changed(verified.dissolve()));
                            case Association.Dissolved _ -> new Step.Refuse(Refusal.DISSOLVED);
                        });
    }
}
