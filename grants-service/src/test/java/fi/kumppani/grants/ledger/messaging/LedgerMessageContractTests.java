package fi.kumppani.grants.ledger.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.LedgerChanged;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.ledger.Account;
import fi.kumppani.grants.ledger.Balances;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.Claim;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.LedgerSums;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/** What others are told is what the contracts say. */
class LedgerMessageContractTests {

    @Test
    void tellsHowALedgerStands() {
        var claim =
                new Claim(
                        GrantApplicationFixtures.DECISION,
                        GrantApplicationFixtures.APPLICATION.value(),
                        Euros.parse("150"));
        var ledger =
                new BudgetLedger(
                        BudgetLine.UNTOLD,
                        new Balances(
                                Map.of(
                                        Account.BUDGET, -3_000_000L,
                                        Account.AVAILABLE, 2_900_000L,
                                        Account.RESERVED, 15_000L,
                                        Account.GRANTED, 50_000L,
                                        Account.PAID, 30_000L,
                                        Account.RETURNED, 5_000L)),
                        12,
                        List.of(claim));
        LedgerId id = new LedgerId(GrantApplicationFixtures.CALL.value());

        OutboundMessage message =
                new LedgerMessageTranslator().announce(new LedgerSums(id, ledger)).getFirst();

        assertThat(message.type()).isEqualTo(LedgerChanged.TYPE);
        assertThat(message.subject()).isEqualTo(id.value());
        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(LedgerChanged.TYPE),
                                        LedgerChanged.class));
    }
}
