package fi.kumppani.contracts.grants;

/** A bank account was entered, confirmed by a second person, or not confirmed. */
public record BankAccountChanged(BankAccount bankAccount) {
    public static final String TYPE = "grants.account.changed.v1";
}
