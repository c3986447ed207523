package fi.kumppani.kit.architecture.sound.sample.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallMessagesTests {

    @Test
    void hasAFunctionThatBearsItWhenDeliveredTwice() {
        assertThat(new CallMessages().callMessages()).isNotNull();
    }
}
