package fi.kumppani.contracts.grants;

/**
 * That the bank account of an association changes, for its grants in this municipality; never which
 * account it is.
 *
 * @param associationId whose it is
 * @param changeId of this change and no other
 * @param status {@code proposed}, {@code in-use} or {@code dropped}
 * @param replaces whether another account was in use before
 */
public record BankAccount(String associationId, String changeId, String status, boolean replaces) {}
