package fi.kumppani.grants.bankaccount.messaging;

import fi.kumppani.contracts.grants.BankAccount;
import fi.kumppani.contracts.grants.BankAccountChanged;
import fi.kumppani.grants.bankaccount.AccountChange;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts that an account changes, and nothing of the account. */
@Component
class BankAccountMessageTranslator implements MessageTranslator<AccountChange> {

    @Override
    public List<OutboundMessage> announce(AccountChange change) {
        String association = change.account().association().value();
        return List.of(
                new OutboundMessage(
                        BankAccountChanged.TYPE,
                        Tenancy.current() + ":" + association,
                        new BankAccountChanged(
                                new BankAccount(
                                        association,
                                        change.change(),
                                        WireCodes.of(change.status()),
                                        change.replaces()))));
    }
}
