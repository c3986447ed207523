package fi.kumppani.kit.architecture.sound.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

class OpenCallTests {

    @Test
    void saysWhenItWasOpened() {
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        assertThat(new OpenCall(clock).open().at()).startsWith("1970");
    }
}
