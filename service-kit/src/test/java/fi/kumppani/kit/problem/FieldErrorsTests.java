package fi.kumppani.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

class FieldErrorsTests {

    @Test
    void tellsAllThatIsWrongAtOnce() {
        FieldErrors errors =
                new FieldErrors()
                        .longest("title", new LocalizedText("12345", "123", "12345"), 4)
                        .longest("theme", null, 4)
                        .add("endsAt", "not-after-start", "After the start");

        assertThat(errors.all())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("title.fi", "size"),
                        tuple("title.en", "size"),
                        tuple("endsAt", "not-after-start"));
        assertThatThrownBy(errors::throwIfAny)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(422));
    }

    @Test
    void letsPassWhatIsRight() {
        FieldErrors errors = new FieldErrors().longest("title", LocalizedText.finnish("1234"), 4);

        assertThat(errors.isEmpty()).isTrue();
        errors.throwIfAny();
    }
}
