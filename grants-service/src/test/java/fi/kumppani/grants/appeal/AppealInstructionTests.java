package fi.kumppani.grants.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

class AppealInstructionTests {

    private static final Edition EDITION =
            new Edition(
                    LocalDate.of(2026, 1, 1),
                    Edition.NEWEST_WORDING,
                    new LocalizedText("sivistyslautakunta", "bildningsnämnden", "education board"),
                    new Edition.Office(
                            new LocalizedText("Kirjaamo", "Registratorskontoret", "Registry"),
                            "Kirkkokatu 6, 60100 Seinäjoki",
                            "kirjaamo@example.org",
                            "06 000 0000",
                            new LocalizedText("ma–pe 9–15", "må–fr 9–15", "Mon–Fri 9–15")));

    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsInEveryLanguageAllThatAClaimantMustKnow(Language language) {
        AppealInstruction instruction =
                AppealInstruction.of(EDITION, DecisionMaker.SOME_OFFICIAL, language);

        assertThat(instruction.sections())
                .hasSize(8)
                .allSatisfy(
                        section -> {
                            assertThat(section.heading()).isNotBlank();
                            assertThat(section.text()).isNotBlank().doesNotContain("{", "}", "''");
                        });
        assertThat(text(instruction))
                .contains("14", "134", "137", "Kirkkokatu 6", "kirjaamo@example.org");
        assertThat(text(instruction)).contains("06 000 0000");
    }

    @Test
    void saysTheSameThingsInTheOwnWordsOfEachLanguage() {
        List<String> titles =
                List.of(Language.values()).stream()
                        .map(
                                each ->
                                        AppealInstruction.of(
                                                        EDITION, DecisionMaker.SOME_OFFICIAL, each)
                                                .title())
                        .toList();

        assertThat(titles).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICIAL, sivistysjohtaja,       sivistyslautakunta.",
        "BOARD,    kulttuurilautakunta,   kulttuurilautakunta.",
        "BOARD,    ,                      päätöksen tehnyt toimielin.",
    })
    void namesTheBodyThatHearsTheClaim(DecisionMaker.Kind kind, String title, String body) {
        AppealInstruction instruction =
                AppealInstruction.of(EDITION, new DecisionMaker(kind, title, "§ 44"), Language.FI);

        assertThat(instruction.sections().get(1).text()).endsWith(": " + body);
    }

    @Test
    void leadsToACourtWhatWasDecidedOnAClaimAndNothingElse() {
        for (RevisionCause cause : RevisionCause.values()) {
            String told = text(AppealInstruction.of(EDITION, decision(cause), Language.FI));

            if (cause == RevisionCause.CLAIM) {
                assertThat(told).contains("808/2019", "30").doesNotContain("sivistyslautakunta");
            } else {
                assertThat(told).contains("sivistyslautakunta", "14").doesNotContain("808/2019");
            }
        }
        assertThat(text(AppealInstruction.of(EDITION, decision(null), Language.FI)))
                .contains("sivistyslautakunta");
    }

    private static Decision decision(@Nullable RevisionCause cause) {
        return new Decision(
                new DecisionId("attempt"),
                new DecisionRequest(
                        new Verdict.Refuse(List.of(DecisionReason.INCOMPLETE)),
                        DecisionMaker.SOME_OFFICIAL,
                        "decider",
                        LocalDate.of(2026, 3, 2),
                        new Creation("key", "hash")),
                cause);
    }

    @Test
    void leavesOutATelephoneThatThereIsNot() {
        Edition.Office office = EDITION.office();
        Edition silent =
                new Edition(
                        EDITION.validFrom(),
                        EDITION.wording(),
                        EDITION.boardAbove(),
                        new Edition.Office(
                                office.name(),
                                office.address(),
                                office.email(),
                                null,
                                office.openingHours()));

        assertThat(text(AppealInstruction.of(silent, DecisionMaker.SOME_OFFICIAL, Language.FI)))
                .doesNotContain("puhelin");
    }

    private static String text(AppealInstruction instruction) {
        return instruction.sections().stream()
                .map(AppealInstruction.Section::text)
                .collect(Collectors.joining("\n"));
    }
}
