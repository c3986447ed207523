package fi.kumppani.grants.applicant;

/**
 * Keeps what the registry tells. Told twice, or something older after something newer, nothing
 * changes.
 */
public interface RegistryNews {

    /**
     * Keeps an association as it now is.
     *
     * @param sequence counts what was told of it
     */
    void keep(Applicant applicant, long sequence);

    /**
     * Keeps a mandate as it now is.
     *
     * @param sequence counts what was told of it, from 1
     */
    void keep(Mandate mandate, long sequence);
}
