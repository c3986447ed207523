package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.text.LocalizedText;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why an application is refused, or granted less than it asked for, in words that are public
 * (hallintolaki 434/2003, 45 §: a decision tells its reasons).
 */
public enum DecisionReason {
    BUDGET_EXHAUSTED(
            "Määräraha ei riitä",
            "Anslaget räcker inte till",
            "The appropriation is not sufficient"),
    OUTSIDE_PURPOSE(
            "Hanke ei vastaa haun tarkoitusta",
            "Projektet motsvarar inte syftet med ansökningsomgången",
            "The project does not serve the purpose of the call"),
    CRITERIA_NOT_MET(
            "Hakemus ei täytä arviointiperusteita",
            "Ansökan uppfyller inte bedömningsgrunderna",
            "The application does not meet the criteria"),
    APPLICANT_NOT_ELIGIBLE(
            "Hakija ei kuulu haun hakijaryhmään",
            "Den sökande hör inte till målgruppen",
            "The applicant is not among those who may apply"),
    NOT_FOR_RESIDENTS(
            "Toiminta ei kohdistu kunnan asukkaisiin",
            "Verksamheten riktar sig inte till kommunens invånare",
            "The activity is not for residents of the municipality"),
    ARRIVED_LATE(
            "Hakemus saapui määräajan jälkeen",
            "Ansökan kom in efter utsatt tid",
            "The application arrived after its time"),
    NOT_COMPETENT(
            "Asia ei kuulu kunnan toimivaltaan",
            "Ärendet hör inte till kommunens behörighet",
            "The matter is not for the municipality to decide"),
    INCOMPLETE(
            "Hakemusta ei ole täydennetty määräajassa",
            "Ansökan har inte kompletterats inom utsatt tid",
            "The application was not completed in time"),
    COSTS_NOT_ELIGIBLE(
            "Osa kustannuksista ei ole hyväksyttäviä",
            "En del av kostnaderna kan inte godkännas",
            "Some of the costs cannot be accepted"),
    FUNDED_ELSEWHERE(
            "Samaan tarkoitukseen on myönnetty muuta rahoitusta",
            "Annan finansiering har beviljats för samma ändamål",
            "The same purpose is funded elsewhere"),
    REPORT_MISSING(
            "Aiemman avustuksen selvitys puuttuu",
            "Redovisning av ett tidigare bidrag saknas",
            "The report on an earlier grant is missing");

    private final String fi;
    private final String sv;
    private final String en;

    DecisionReason(String fi, String sv, String en) {
        this.fi = fi;
        this.sv = sv;
        this.en = en;
    }

    /** The code in messages and in the API, for example {@code budget-exhausted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What everybody may read. */
    public LocalizedText text() {
        return new LocalizedText(fi, sv, en);
    }

    /** The reason with this code, if the catalogue has it. */
    public static Optional<DecisionReason> ofCode(String code) {
        return Stream.of(values()).filter(reason -> reason.code().equals(code)).findFirst();
    }
}
