package fi.kumppani.registry.association;

import org.springframework.stereotype.Service;

/** Gives an association other facts. */
@Service
public class ChangeAssociation {

    private final Associations associations;

    ChangeAssociation(Associations associations) {
        this.associations = associations;
    }

    /**
     * Changes it; the same facts again change nothing and are told to nobody.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome change(String id, long version, Facts facts) {
        return associations.change(id, version, association -> step(association, facts));
    }

    private static Step step(Association association, Facts facts) {
        return switch (association) {
            case Association.Dissolved _ -> new Step.Refuse(Refusal.DISSOLVED);
            case Association same when same.facts().equals(facts) -> new Step.Stay();
            case Association.Unverified unverified ->
                    new Step.Take(new News.Changed(unverified.with(facts)));
            case Association.Verified verified ->
                    new Step.Take(new News.Changed(verified.with(facts)));
        };
    }
}
