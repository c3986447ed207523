package fi.kumppani.kit.architecture.planted.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** A test whose name hides its cost, with a name that is no sentence, in a domain with mocks. */
@Disabled("planted: looked at, never run")
class CostHidden {

    @Test
    void test_something() {
        assertThat(Mockito.mock(Runnable.class)).isNotNull();
    }
}
