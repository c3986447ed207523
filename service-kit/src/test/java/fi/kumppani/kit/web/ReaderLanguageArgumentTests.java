package fi.kumppani.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderLanguageArgumentTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                                | FI
                    sv                          | SV
                    sv-FI, fi;q=0.5             | SV
                    de, en-GB;q=0.7, fi;q=0.3   | EN
                    fi;q=0.1, en;q=0.9          | EN
                    de-DE                       | FI
                    *                           | FI
                    sv;q=0, en;q=0.1            | EN
                    ;;;                         | FI
                    sv;q=2                      | FI
                    """)
    void choosesTheBestLanguageWeHave(@Nullable String header, Language language) {
        assertThat(ReaderLanguageArgument.best(header)).isEqualTo(language);
    }
}
