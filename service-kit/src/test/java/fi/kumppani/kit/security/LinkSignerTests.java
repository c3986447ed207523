package fi.kumppani.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

class LinkSignerTests {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String OLD = key('o');
    private static final String NEW = key('n');

    private final LinkSigner signer = new LinkSigner(new LinkSettings(OLD, List.of()));

    @Test
    void verifiesWhatItMinted() {
        String token = signer.mint("registration.cancel", "0190-ä", 7, LATER);
        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(signer.verify(token, "registration.cancel", NOW))
                .isEqualTo(new SignedLink.Valid("0190-ä", 7));
    }

    @Test
    void expiresToTheSecond() {
        String token = signer.mint("see", "1", 0, LATER);
        assertThat(signer.verify(token, "see", LATER.minusSeconds(1)))
                .isInstanceOf(SignedLink.Valid.class);
        assertThat(signer.verify(token, "see", LATER)).isEqualTo(new SignedLink.Expired());
    }

    @Test
    void isNotValidForAnotherAction() {
        String token = signer.mint("see", "1", 0, LATER);
        assertThat(signer.verify(token, "cancel", NOW)).isEqualTo(new SignedLink.Invalid());
    }

    @Test
    void noticesEveryChangedBit() {
        byte[] token = Base64.getUrlDecoder().decode(signer.mint("see", "1", 0, LATER));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(signer.verify(text, "see", NOW)).isEqualTo(new SignedLink.Invalid());
        }
    }

    @Test
    void takesNothingTruncatedPaddedOrStrange() {
        String token = signer.mint("see", "1", 0, LATER);
        for (int length = 0; length < token.length(); length++) {
            assertThat(signer.verify(token.substring(0, length), "see", NOW))
                    .isEqualTo(new SignedLink.Invalid());
        }
        for (String strange :
                List.of(token + "=", token + "A", " " + token, "å", "x".repeat(9999))) {
            assertThat(signer.verify(strange, "see", NOW)).isEqualTo(new SignedLink.Invalid());
        }
    }

    @Test
    void verifiesLinksOfAPreviousKeyButSignsWithTheNewOne() {
        LinkSigner rotated = new LinkSigner(new LinkSettings(NEW, List.of(OLD)));
        String old = signer.mint("see", "1", 0, LATER);
        assertThat(rotated.verify(old, "see", NOW)).isInstanceOf(SignedLink.Valid.class);
        String fresh = rotated.mint("see", "1", 0, LATER);
        assertThat(signer.verify(fresh, "see", NOW)).isEqualTo(new SignedLink.Invalid());
        LinkSigner forgetful = new LinkSigner(new LinkSettings(NEW, List.of()));
        assertThat(forgetful.verify(old, "see", NOW)).isEqualTo(new SignedLink.Invalid());
    }

    @Test
    void refusesWeakKeysWithoutRepeatingThem() {
        String weak =
                Base64.getEncoder()
                        .encodeToString("too short a secret".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new LinkSigner(new LinkSettings(weak, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(weak);
        assertThatThrownBy(() -> new LinkSigner(new LinkSettings("?secret?", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret?");
        assertThat(new LinkSettings(OLD, List.of(NEW)).toString())
                .doesNotContain(OLD)
                .doesNotContain(NEW);
    }

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.UTF_8));
    }
}
