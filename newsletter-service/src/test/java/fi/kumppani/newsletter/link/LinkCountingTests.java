package fi.kumppani.newsletter.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class LinkCountingTests {

    private static final Instant MAY = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T10:00:00Z");

    @Test
    void isOffUnlessSomebodyTurnedItOn() {
        assertThat(LinkCounting.NEVER.isOn()).isFalse();
        assertThat(LinkCounting.NEVER.wasOnAt(JUNE)).isFalse();
        assertThat(LinkCounting.NEVER.off(MAY)).isSameAs(LinkCounting.NEVER);
    }

    @Test
    void knowsWhenItWasOn() {
        LinkCounting counting = LinkCounting.NEVER.on(MAY).off(JUNE);

        assertThat(counting.isOn()).isFalse();
        assertThat(counting.wasOnAt(MAY.minusMillis(1))).isFalse();
        assertThat(counting.wasOnAt(MAY)).isTrue();
        assertThat(counting.wasOnAt(JUNE.minusMillis(1))).isTrue();
        assertThat(counting.wasOnAt(JUNE)).isFalse();
    }

    @Test
    void notesOnlyChanges() {
        LinkCounting counting = LinkCounting.NEVER.on(MAY);

        assertThat(counting.on(JUNE)).isSameAs(counting);
        assertThat(counting.off(JUNE).on(JUNE.plusSeconds(1)).history())
                .extracting(LinkCounting.Switch::on)
                .containsExactly(true, false, true);
    }
}
