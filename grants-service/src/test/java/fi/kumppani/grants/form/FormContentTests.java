package fi.kumppani.grants.form;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.form.FormContent.Fault;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class FormContentTests {

    private static final LocalizedText TEXT = LocalizedText.finnish("Teksti");

    @Test
    void findsNoFaultWithAConditionOnAnEarlierChoice() {
        assertThat(faults(choice("rent", "own", "rented"), line("landlord", "rent", "rented")))
                .isEmpty();
        assertThat(faults(question("q", Question.Kind.YES_NO, null), line("r", "q", "yes")))
                .isEmpty();
    }

    @Test
    void wantsConditionsOnWhatWasAskedBefore() {
        assertThat(faults(line("landlord", "rent", "rented"), choice("rent", "own", "rented")))
                .containsExactly(
                        new Fault("sections[0].questions[0].condition", Fault.Kind.CONDITION));
        assertThat(faults(choice("rent", "own", "rented"), line("landlord", "rent", "lent")))
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.CONDITION);
        assertThat(faults(line("a", null, ""), line("b", "a", "x")))
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.CONDITION);
    }

    @Test
    void wantsIdsOfTheirOwn() {
        assertThat(faults(line("a", null, ""), line("a", null, "")))
                .containsExactly(new Fault("sections[0].questions[1].id", Fault.Kind.TWICE));
        var section = new Section("s", TEXT, null, true, List.of(line("a", null, "")));
        var same = new Section("s", TEXT, null, true, List.of(line("b", null, "")));
        assertThat(new FormContent(TEXT, List.of(section, same)).faults())
                .containsExactly(new Fault("sections[1].id", Fault.Kind.TWICE));
    }

    @Test
    void wantsOptionsForChoicesAlone() {
        assertThat(faults(choice("a", "x", "x")))
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.OPTIONS);
        assertThat(faults(question("a", Question.Kind.ONE, null)))
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.OPTIONS);
    }

    @Test
    void wantsLimitsOfNumbersAlone() {
        assertThat(faults(limited(Question.Kind.NUMBER, 1, 10))).isEmpty();
        assertThat(faults(limited(Question.Kind.NUMBER, 10, 1)))
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.LIMITS);
        assertThat(faults(limited(Question.Kind.LINE, 1, null)))
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.LIMITS);
    }

    private static List<Fault> faults(Question... questions) {
        var section = new Section("s", TEXT, null, true, List.of(questions));
        return new FormContent(TEXT, List.of(section)).faults();
    }

    private static Question line(String id, @Nullable String on, String answer) {
        return question(
                id,
                Question.Kind.LINE,
                on == null ? null : new Question.Condition(on, Set.of(answer)));
    }

    private static Question question(
            String id, Question.Kind kind, Question.@Nullable Condition condition) {
        return new Question(id, TEXT, null, kind, true, null, null, List.of(), condition, null);
    }

    private static Question choice(String id, String... options) {
        return new Question(
                id,
                TEXT,
                null,
                Question.Kind.ONE,
                true,
                null,
                null,
                List.of(options).stream().map(each -> new Question.Option(each, TEXT)).toList(),
                null,
                null);
    }

    private static Question limited(
            Question.Kind kind, @Nullable Integer least, @Nullable Integer most) {
        return new Question("a", TEXT, null, kind, true, least, most, List.of(), null, null);
    }
}
