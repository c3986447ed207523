package fi.kumppani.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

class SessionSealTests {

    private static final byte[] CONTENT = "secret".getBytes(StandardCharsets.UTF_8);

    private final String id = SessionSeal.newSessionId();
    private final SessionSeal seal = SessionSeal.of(id);

    @Test
    void opensWhatItClosed() throws GeneralSecurityException {
        assertThat(SessionSeal.of(id).open("a", seal.close("a", CONTENT))).isEqualTo(CONTENT);
    }

    @Test
    void doesNotOpenForAnotherSession() {
        byte[] closed = seal.close("a", CONTENT);

        assertThatThrownBy(() -> SessionSeal.of(SessionSeal.newSessionId()).open("a", closed))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void doesNotOpenUnderAnotherName() {
        byte[] closed = seal.close("a", CONTENT);

        assertThatThrownBy(() -> seal.open("b", closed))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void doesNotOpenWhatSomebodyChanged() {
        byte[] closed = seal.close("a", CONTENT);
        closed[closed.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open("a", closed))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> seal.open("a", new byte[3]))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void tellsNothingOfTheSessionsId() {
        assertThat(seal.documentId()).isNotEqualTo(id).hasSize(43);
        assertThat(new String(seal.close("a", CONTENT), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }
}
