package fi.kumppani.grants.applicant;

/**
 * Points at an association in the registry.
 *
 * @param value the registry's id of it
 */
public record AssociationId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
