package fi.kumppani.grants.call.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.Call;
import fi.kumppani.contracts.grants.CallClosed;
import fi.kumppani.contracts.grants.CallPublished;
import fi.kumppani.grants.call.CallHappening;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

/** What others are told of a call is what the contracts say. */
class CallMessageContractTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final GrantCall.Published CALL =
            new GrantCall.Published(
                    GrantApplicationFixtures.CALL,
                    GrantApplicationFixtures.villageFund(),
                    GrantApplicationFixtures.OPENS,
                    null);

    @Test
    void tellsOfACallThatWasClosed() {
        var happening = new CallHappening.Ended(CALL.close(GrantApplicationFixtures.CLOSES));

        OutboundMessage message = new CallMessageTranslator().announce(happening).getFirst();

        assertThat(message.type()).isEqualTo(CallClosed.TYPE);
        assertThat(message.subject()).isEqualTo(GrantApplicationFixtures.CALL.value());
        Call golden = JSON.readValue(GoldenMessages.of(CallClosed.TYPE), CallClosed.class).call();
        Call told = ((CallClosed) message.data()).call();
        assertThat(told).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(golden);
    }

    @Test
    void tellsOfACallThatWasPublished() {
        OutboundMessage message =
                new CallMessageTranslator().announce(new CallHappening.Announced(CALL)).getFirst();

        assertThat(message.type()).isEqualTo(CallPublished.TYPE);
        assertThat(message.subject()).isEqualTo(GrantApplicationFixtures.CALL.value());
        Call golden =
                JSON.readValue(GoldenMessages.of(CallPublished.TYPE), CallPublished.class).call();
        Call told = ((CallPublished) message.data()).call();
        assertThat(told).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(golden);
    }
}
