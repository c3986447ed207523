package fi.kumppani.grants.bankaccount.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.bankaccount.BankAccount;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Where grants are paid to.
 *
 * @param inUse the account in use; absent when there is none
 * @param proposed the account that waits for a second person; payments wait with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BankAccountView(@Nullable AccountView inUse, @Nullable AccountView proposed) {

    /**
     * An account.
     *
     * @param masked such as {@code FI…0785}
     * @param at since when it is used, or when it was proposed
     */
    record AccountView(String masked, Instant at) {}

    static BankAccountView of(BankAccount account) {
        BankAccount.InUse current = account.current();
        BankAccount.Proposed proposed = account.proposed();
        return new BankAccountView(
                current == null ? null : new AccountView(current.iban().masked(), current.since()),
                proposed == null ? null : new AccountView(proposed.iban().masked(), proposed.at()));
    }
}
