package fi.kumppani.localstack.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;

class RunOptionsTests {

    @Test
    void understandsOnlyEnginesInBothSpellings() {
        assertThat(RunOptions.parse(List.of("--only", "engines")).onlyEngines()).isTrue();
        assertThat(RunOptions.parse(List.of("--only=engines")).onlyEngines()).isTrue();
    }

    @Test
    void handsSettingsOn() {
        var options = RunOptions.parse(List.of("--reset", "--ports.kafka=19192"));

        assertThat(options.reset()).isTrue();
        assertThat(options.settings()).containsExactly("--ports.kafka=19192");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunOptions.parse(List.of("--resett")))
                .withMessageContaining("--resett")
                .withMessageContaining("./run --smoke");
    }
}
