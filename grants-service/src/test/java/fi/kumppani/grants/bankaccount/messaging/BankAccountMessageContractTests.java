package fi.kumppani.grants.bankaccount.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.BankAccountChanged;
import fi.kumppani.grants.bankaccount.AccountChange;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

/** What others are told is what the contracts say. */
class BankAccountMessageContractTests {

    @Test
    void tellsThatAnAccountChangesAndNotWhich() {
        var account = BankAccount.none(GrantApplicationFixtures.ASSOCIATION);
        var change =
                new AccountChange(
                        account,
                        GrantApplicationFixtures.ASSOCIATION + ":2",
                        AccountChange.Status.PROPOSED,
                        true);

        OutboundMessage message =
                Tenancy.callIn(
                        new MunicipalityCode("052"),
                        () -> new BankAccountMessageTranslator().announce(change).getFirst());

        assertThat(message.subject()).isEqualTo("052:" + GrantApplicationFixtures.ASSOCIATION);
        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(BankAccountChanged.TYPE),
                                        BankAccountChanged.class));
    }
}
