package fi.kumppani.registry.association;

import org.springframework.stereotype.Service;

/** A coordinator confirms that an association is what it says it is. */
@Service
public class VerifyAssociation {

    private final Associations associations;

    VerifyAssociation(Associations associations) {
        this.associations = associations;
    }

    /**
     * Verifies it.
     *
     * @param version the version the coordinator has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome verify(String id, long version) {
        return associations.change(
                id,
                version,
                association ->
                        switch (association) {
                            case Association.Unverified unverified ->
                                    new Step.Take(new News.Verified(unverified.verify()));
                            case Association.Verified _ ->
                                    new Step.Refuse(Refusal.ALREADY_VERIFIED);
                            case Association.Dissolved _ -> new Step.Refuse(Refusal.DISSOLVED);
                        });
    }
}
