package fi.kumppani.registry.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

class ComparedNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Seinäjoen Martat                | Seinäjoen Martat ry
                    SEINÄJOEN MARTAT R.Y.           | Seinäjoen martat r. y.
                    Seinajoen Martat                | Seinäjoen Martat, rekisteröity yhdistys
                    Martat, Seinäjoen               | Seinäjoen Martat
                    Vasa Marthaförening rf          | Vasa Marthaförening r.f.
                    Vasa Marthaförening             | VASA MARTHAFÖRENING, registrerad förening
                    Föreningen för Närpes r.f.      | Föreningen för Narpes
                    4H-yhdistys Lapua               | Lapua 4H yhdistys ry
                    Nurmon Kylä-yhdistys            | Nurmon Kyläyhdistys
                    Ilmajoen Urheilijat – Kisa      | Ilmajoen Urheilijat (Kisa) ry
                    L'Amitié                        | LAmitie ry
                    Kotiseutusäätiö sr              | Kotiseutusäätiö
                    """)
    void isTheSameInAnotherWriting(String one, String other) {
        assertThat(name(one).isSame(name(other))).isTrue();
        assertThat(name(other).isSame(name(one))).isTrue();
        assertThat(Collections.disjoint(keys(one), keys(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Seinäjoen Martat          | Seinäjoki Martat ry
                    Lapuan Virkiä             | Lapua Virkiä
                    Kauhajoen Karhu ry        | Kauhajoki Karhu
                    Seinäjoen Eläkkeensaajat  | Seinäjoen Eläkkensaajat ry
                    Ilmajoen Martat ry        | Ilmajoen Martat yhdistys
                    Vasa Marthor              | Vasa Marthorna rf
                    Närpes Hembygdsförening   | Närpes Hembygsförening
                    """)
    void isLikeWhatDiffersAsTypingErrorsAndCasesDo(String one, String other) {
        assertThat(name(one).isSame(name(other))).isFalse();
        assertThat(name(one).isLike(name(other))).isTrue();
        assertThat(name(other).isLike(name(one))).isTrue();
        assertThat(Collections.disjoint(keys(one), keys(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    4H-yhdistys Lapua        | 4H-yhdistys Lappajärvi
                    Seinäjoen Martat         | Peräseinäjoen Martat
                    Kauhajoen Karhu          | Kauhavan Karhu
                    Alajärven Ankkurit       | Ylijärven Ankkurit
                    Lions Club Seinäjoki 1   | Lions Club Seinäjoki 2
                    VPK Vasa                 | VPK Väsby
                    Vasa Marthaförening      | Vasa Svenska Marthaförening
                    Nuorisoseura Kisa        | Nuorisoseura Kosa
                    Lapuan Miehet            | Lapuan Naiset
                    Seura 2024a              | Seura 2024b
                    """)
    void tellsOthersApart(String one, String other) {
        assertThat(name(one).isSame(name(other))).isFalse();
        assertThat(name(one).isLike(name(other))).isFalse();
        assertThat(name(other).isLike(name(one))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "!!! (–)"})
    void comparesNothingThatHasNoWords(String written) {
        assertThat(ComparedName.of(written)).isEmpty();
    }

    @Test
    void leavesSomethingOfANameThatIsALegalFormAlone() {
        assertThat(name("Ry").words()).containsExactly("ry");
        assertThat(name("Rekisteröity yhdistys").words()).isNotEmpty();
        assertThat(name("Yhdistys ry").telling()).containsExactly("yhdistys");
    }

    private static Set<String> keys(String written) {
        return name(written).keys().collect(Collectors.toSet());
    }

    private static ComparedName name(String written) {
        return ComparedName.of(written).orElseThrow();
    }
}
