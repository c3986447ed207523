package fi.kumppani.grants.bankaccount;

/**
 * What has happened to a bank account, for others to be told.
 *
 * @param account as it is from now on
 * @param change which change of it
 * @param status what became of that change
 * @param replaces whether another account was in use before
 */
public record AccountChange(BankAccount account, String change, Status status, boolean replaces) {

    /** What became of a change. */
    public enum Status {
        /** It waits for a second person. */
        PROPOSED,
        /** It is used. */
        IN_USE,
        /** It was not confirmed. */
        DROPPED
    }
}
