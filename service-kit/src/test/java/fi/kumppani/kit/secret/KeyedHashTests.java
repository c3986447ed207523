package fi.kumppani.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

class KeyedHashTests {

    private static final String KEY = base64("a".repeat(32));

    @Test
    void isHmacSha256() {
        // Test case 6 of RFC 4231: a key longer than a block.
        String longKey =
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex("aa".repeat(131)));
        byte[] hash =
                new KeyedHash("test", longKey)
                        .of("Test Using Larger Than Block-Size Key - ", "Hash Key First");

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    @Test
    void differsByKeyContextAndValue() {
        KeyedHash hash = new KeyedHash("test", KEY);

        assertThat(hash.of("one\0", "value"))
                .isEqualTo(new KeyedHash("test", KEY).of("one\0", "value"))
                .isNotEqualTo(new KeyedHash("test", base64("b".repeat(32))).of("one\0", "value"))
                .isNotEqualTo(hash.of("two\0", "value"))
                .isNotEqualTo(hash.of("one\0", "other"));
    }

    @Test
    void refusesAKeyThatIsTooShortWithoutRepeatingIt() {
        String shortKey = base64("a".repeat(31));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyedHash("kumppani.test", shortKey))
                .withMessage("A key of kumppani.test has at least 32 bytes");
    }

    @Test
    void refusesWhatIsNotBase64WithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyedHash("kumppani.test", "?secret?"))
                .withMessage("A key of kumppani.test is base64")
                .withNoCause();
    }

    private static String base64(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
