package fi.kumppani.registry.association;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** Notes where the municipality's mail to an association goes. */
@Service
public class KeepContact {

    private final Associations associations;

    KeepContact(Associations associations) {
        this.associations = associations;
    }

    /**
     * Keeps the contact in the place of the one before; nobody is told.
     *
     * @param version the version the caller has seen
     * @param contact empty to forget it
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome keep(String id, long version, Optional<MailContact> contact) {
        return associations.change(id, version, association -> step(association, contact));
    }

    private static Step step(Association association, Optional<MailContact> contact) {
        return switch (association) {
            case Association.Dissolved _ -> new Step.Refuse(Refusal.DISSOLVED);
            case Association.Living same when same.upkeep().contact().equals(contact) ->
                    new Step.Stay();
            case Association.Living living ->
                    new Step.Keep(living.with(living.upkeep().with(contact)));
        };
    }
}
