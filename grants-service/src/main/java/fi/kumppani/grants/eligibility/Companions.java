package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.consortium.Partners;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who applies together with an applicant, and what is true about them.
 *
 * @param partners who they are
 * @param known those of them whom the registry has told of
 * @param owing those of them of whom a report is overdue; nobody when the call does not ask
 * @param others what else each of them has applied for in the budget year; nothing when the call
 *     does not ask
 */
public record Companions(
        Partners partners,
        Map<AssociationId, Applicant> known,
        Set<AssociationId> owing,
        Map<AssociationId, List<Earlier>> others) {

    /** The applicant applies alone. */
    public static final Companions NONE =
            new Companions(Partners.NONE, Map.of(), Set.of(), Map.of());

    /** Copies the collections. */
    public Companions {
        known = Map.copyOf(known);
        owing = Set.copyOf(owing);
        others = Map.copyOf(others);
    }

    /** Each as far as it is known. */
    List<Optional<Applicant>> all() {
        return partners.ids().stream().map(id -> Optional.ofNullable(known.get(id))).toList();
    }

    int count() {
        return partners.all().size();
    }
}
