package fi.kumppani.grants.eligibility;

import fi.kumppani.kit.text.LocalizedText;

import java.util.Locale;

/** What is asked about an application, in words for everybody; its name is the rule's code. */
public enum Ground {
    CALL_OPEN("Hakuaika on käynnissä.", "Ansökningstiden pågår.", "Applications are taken now."),
    MONEY_LEFT(
            "Määrärahaa on jäljellä.", "Det finns anslag kvar.", "There is money left to grant."),
    ASSOCIATION_KNOWN(
            "Yhdistys on järjestörekisterissä.",
            "Föreningen finns i registret.",
            "The association is in the registry."),
    ASSOCIATION_ACTIVE("Yhdistys toimii.", "Föreningen är verksam.", "The association is active."),
    ASSOCIATION_FORM(
            "Haku on tarkoitettu tämänmuotoisille yhteisöille.",
            "Ansökningsomgången gäller sammanslutningar av denna form.",
            "The call is for communities of this form."),
    HOME_HERE(
            "Yhdistyksen kotikunta on tämä kunta.",
            "Föreningens hemkommun är denna kommun.",
            "The association is at home in this municipality."),
    DECLARATION("Hakija vakuuttaa:", "Sökanden försäkrar:", "The applicant declares:"),
    NOT_BEGUN(
            "Toiminta alkaa vasta hakemuksen jättämisen jälkeen.",
            "Verksamheten börjar först efter att ansökan har lämnats in.",
            "What it is for begins after the application has arrived."),
    WITHIN_YEAR(
            "Toiminta alkaa ja päättyy talousarviovuoden aikana.",
            "Verksamheten börjar och slutar under budgetåret.",
            "What it is for begins and ends in the budget year."),
    ONE_CALL_OF(
            "Samalle vuodelle haetaan vain yhdestä tällaisesta hausta.",
            "För samma år söks bidrag bara i en sådan ansökningsomgång.",
            "Only one such call is applied to for the same year."),
    AT_MOST(
            "Hakemuksia on enintään niin monta kuin haku sallii.",
            "Ansökningarna är högst så många som omgången tillåter.",
            "There are at most as many applications as the call allows."),
    NO_OVERDUE_REPORT(
            "Aiempien avustusten käyttöselvitykset on jätetty ajallaan.",
            "Redovisningarna för tidigare bidrag har lämnats in i tid.",
            "No report of an earlier grant is overdue."),
    TOGETHER(
            "Ne, jotka hakevat yhdessä, voivat kukin saada avustusta tästä hausta ja ovat mukana.",
            "De som söker tillsammans kan var och en få bidrag i denna omgång och är med.",
            "Those who apply together can each be supported by this call, and take part."),
    COSTS_BY_KIND(
            "Kustannukset on eritelty, ja haettu määrä on enintään hyväksyttävät kustannukset.",
            "Kostnaderna är specificerade och beloppet är högst de godtagbara kostnaderna.",
            "The costs are told by kind, and the amount is at most what is accepted of them."),
    CAP(
            "Haettu määrä on enintään hakemuskohtainen enimmäismäärä.",
            "Beloppet är högst maximibeloppet per ansökan.",
            "The amount is at most the cap for one application."),
    CAP_PER_APPLICANT(
            "Haetut määrät ovat yhteensä enintään hakijakohtainen enimmäismäärä.",
            "Beloppen är sammanlagt högst maximibeloppet per sökande.",
            "The amounts are at most the cap for one applicant together."),
    CAP_PER_EVENT(
            "Haettu määrä on enintään tapahtumakohtainen enimmäismäärä.",
            "Beloppet är högst maximibeloppet per evenemang.",
            "The amount is at most the cap for each event."),
    SHARE(
            "Haettu määrä on enintään myönnettävä osuus kokonaiskustannuksista.",
            "Beloppet är högst den andel av totalkostnaderna som kan beviljas.",
            "The amount is at most the share of the whole cost that can be granted.");

    private final String fi;
    private final String sv;
    private final String en;

    Ground(String fi, String sv, String en) {
        this.fi = fi;
        this.sv = sv;
        this.en = en;
    }

    /** The code in the API, for example {@code home-here}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is asked. */
    public LocalizedText text() {
        return new LocalizedText(fi, sv, en);
    }
}
