package fi.kumppani.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

class FormKeysTests {

    private static final Instant NOON = Instant.parse("2026-09-23T09:00:00.123Z");

    @Test
    void knowsWhenTheFormOfAKeyWasOpened() {
        String key = FormKeys.next(NOON);

        assertThat(FormKeys.age(key, NOON.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(FormKeys.age(FormKeys.another(key), NOON)).isZero();
    }

    @Test
    void givesNoKeyTwice() {
        String key = FormKeys.next(NOON);

        assertThat(FormKeys.next(NOON)).isNotEqualTo(key).hasSize(24);
        assertThat(FormKeys.another(key)).isNotEqualTo(key).hasSize(24);
        assertThat(FormKeys.of(key, NOON.plusSeconds(1))).isEqualTo(key);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "nothing-of-ours-<script>"})
    void takesNoKeyThatIsNoneOfOurs(String sent) {
        String key = FormKeys.of(sent, NOON);

        assertThat(key).isNotEqualTo(sent);
        assertThat(FormKeys.age(key, NOON)).isZero();
    }
}
