package fi.kumppani.kit.confidential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

class ConfidentialTextsTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    private static final MunicipalityCode EVIJARVI = new MunicipalityCode("052");
    private static final String OLD_KEY = key("the key of the year before this!");
    private static final String NEW_KEY = key("the key that is in use this year");
    private static final Confidential TEXT = new Confidential("Pähkinäallergia");

    @Test
    void opensWhatItSealed() {
        var texts = new ConfidentialTexts(NEW_KEY, List.of());
        byte[] sealed = texts.seal(TEXT, SEINAJOKI);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("allergia");
        assertThat(texts.open(sealed, SEINAJOKI)).isEqualTo(TEXT);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        var texts = new ConfidentialTexts(NEW_KEY, List.of());
        assertThat(texts.seal(TEXT, SEINAJOKI)).isNotEqualTo(texts.seal(TEXT, SEINAJOKI));
    }

    @Test
    void opensNothingForAnotherMunicipality() {
        var texts = new ConfidentialTexts(NEW_KEY, List.of());
        byte[] sealed = texts.seal(TEXT, SEINAJOKI);
        assertThatIllegalStateException().isThrownBy(() -> texts.open(sealed, EVIJARVI));
    }

    @Test
    void opensNothingThatWasTamperedWith() {
        var texts = new ConfidentialTexts(NEW_KEY, List.of());
        byte[] sealed = texts.seal(TEXT, SEINAJOKI);
        sealed[sealed.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> texts.open(sealed, SEINAJOKI));
    }

    @Test
    void opensOldTextsAfterTheKeyWasChangedAndSealsWithTheNewOne() {
        byte[] old = new ConfidentialTexts(OLD_KEY, List.of()).seal(TEXT, SEINAJOKI);
        var changed = new ConfidentialTexts(NEW_KEY, List.of(OLD_KEY));
        assertThat(changed.open(old, SEINAJOKI)).isEqualTo(TEXT);
        byte[] fresh = changed.seal(TEXT, SEINAJOKI);
        var onlyNew = new ConfidentialTexts(NEW_KEY, List.of());
        assertThat(onlyNew.open(fresh, SEINAJOKI)).isEqualTo(TEXT);
        assertThatIllegalStateException().isThrownBy(() -> onlyNew.open(old, SEINAJOKI));
    }

    @Test
    void wantsKeysOf32BytesAndRepeatsNoneOfThem() {
        for (String wrong : List.of("", "dG9vIHNob3J0", "not base64 at all!")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ConfidentialTexts(wrong, List.of()))
                    .withNoCause()
                    .satisfies(
                            refused ->
                                    assertThat(refused.getMessage())
                                            .startsWith("A key of kumppani.confidential"));
        }
    }

    @Test
    void saysNothingOfATextInLogs() {
        assertThat(TEXT).hasToString("Confidential[]");
    }

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
