package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.scheme.Objection;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * Why somebody cannot apply, in words for everybody; its name in kebab case is the reason code with
 * which an application is refused.
 */
public enum Reason {
    CALL_NOT_OPEN_YET(
            "Hakuaika ei ole vielä alkanut.",
            "Ansökningstiden har inte börjat ännu.",
            "Applications are not taken yet."),
    CALL_CLOSED(
            "Hakuaika on päättynyt.",
            "Ansökningstiden har gått ut.",
            "Applications are not taken any more."),
    MONEY_SPENT(
            "Tällä kierroksella hakemuksia otetaan vain, jos määrärahaa on jäljellä, eikä sitä"
                    + " ole.",
            "I denna omgång tas ansökningar emot bara om det finns anslag kvar, och det gör det"
                    + " inte.",
            "This round takes applications only if money is left, and none is."),
    ASSOCIATION_UNKNOWN(
            "Yhdistystä ei ole järjestörekisterissä, tai tieto siitä ei ole vielä tullut.",
            "Föreningen finns inte i registret, eller så har uppgiften inte kommit ännu.",
            "The association is not in the registry, or word of it has not come yet."),
    ASSOCIATION_NOT_ACTIVE(
            "Yhdistys on purettu tai merkitty passiiviseksi.",
            "Föreningen är upplöst eller antecknad som passiv.",
            "The association is dissolved or noted as passive."),
    FORM_NOT_ELIGIBLE(
            "Haku ei ole tarkoitettu tämänmuotoisille yhteisöille.",
            "Ansökningsomgången gäller inte sammanslutningar av denna form.",
            "The call is not for communities of this form."),
    HOME_ELSEWHERE(
            "Yhdistyksen kotikunta on toinen kunta.",
            "Föreningens hemkommun är en annan kommun.",
            "The association is at home in another municipality."),
    OVER_CAP(
            "Yksi hakemus voi saada enintään {0}.",
            "En ansökan kan få högst {0}.", "One application can get at most {0}."),
    OVER_CAP_PER_APPLICANT(
            "Yksi hakija voi saada tästä hausta kaikkiaan enintään {0}.",
            "En sökande kan få högst {0} sammanlagt i denna ansökningsomgång.",
            "One applicant can get at most {0} from this call in all."),
    OVER_CAP_PER_EVENT(
            "Näin moneen tapahtumaan voi saada enintään {0}.",
            "För så här många evenemang kan man få högst {0}.",
            "So many events can get at most {0}."),
    TOTAL_COST_MISSING(
            "Avustus on osuus kokonaiskustannuksista, joita ei ole kerrottu.",
            "Bidraget är en andel av totalkostnaderna, som inte har angetts.",
            "The grant is a share of the whole cost, which is not told."),
    OVER_SHARE(
            "Näin suurista kustannuksista voi saada enintään {0}.",
            "Av så här stora kostnader kan man få högst {0}.",
            "Of costs as large as these one can get at most {0}."),
    COSTS_TOO_HIGH(
            "Näin kallista hanketta haku ei tue.",
            "Ansökningsomgången stöder inte projekt som är så här dyra.",
            "The call does not support what costs this much."),
    COSTS_MISSING(
            "Kustannuksia ja rahoitusta ei ole eritelty.",
            "Kostnaderna och finansieringen är inte specificerade.",
            "Costs and what pays for them are not told by kind."),
    COST_NOT_ACCEPTED(
            "Hakemuksessa on kustannuksia, joita haku ei tue.",
            "I ansökan finns kostnader som omgången inte stöder.",
            "The application has costs that the call does not support."),
    OVER_ACCEPTED_COSTS(
            "Näistä kustannuksista voi saada enintään {0}.",
            "Av dessa kostnader kan man få högst {0}.", "Of these costs one can get at most {0}."),
    DATES_MISSING(
            "Toiminnan alkamis- ja päättymispäivää ei ole kerrottu.",
            "Verksamhetens första och sista dag har inte angetts.",
            "The first and last day of what it is for are not told."),
    ALREADY_BEGUN(
            "Avustusta ei myönnetä jälkikäteen siihen, mikä on jo alkanut.",
            "Bidrag beviljas inte i efterhand för det som redan har börjat.",
            "Nothing is granted afterwards to what has begun already."),
    OUTSIDE_YEAR(
            "Avustus käytetään talousarviovuoden aikana.",
            "Bidraget används under budgetåret.",
            "The grant is used within the budget year."),
    FUNDED_FROM_ANOTHER_CALL(
            "Yhdistys on jo hakenut tälle vuodelle toisesta hausta, ja avustuksen voi saada vain"
                    + " yhdestä.",
            "Föreningen har redan ansökt för detta år i en annan ansökningsomgång, och bidrag kan"
                    + " fås bara från en.",
            "The association has applied to another call for this year, and can be supported from"
                    + " one only."),
    ALREADY_APPLIED(
            "Yhdistys on jo lähettänyt tähän hakuun niin monta hakemusta kuin voi.",
            "Föreningen har redan skickat så många ansökningar som den kan.",
            "The association has sent as many applications to this call as it may."),
    REPORT_OVERDUE(
            "Aiemman avustuksen käyttöselvitys on myöhässä. Hakea voi, kun se on jätetty.",
            "Redovisningen för ett tidigare bidrag är försenad. Man kan ansöka när den har lämnats"
                    + " in.",
            "The report of an earlier grant is overdue. Applying is possible once it is handed"
                    + " in."),
    NO_CONSORTIUM(
            "Tästä hausta kukin hakee yksin.",
            "I denna omgång söker var och en ensam.",
            "In this call everybody applies alone."),
    TOO_MANY_PARTNERS(
            "Yhdessä hakijoita on enemmän kuin haku sallii.",
            "De som söker tillsammans är fler än omgången tillåter.",
            "More apply together than the call allows."),
    PARTNER_NOT_ELIGIBLE(
            "Joku niistä, jotka hakevat yhdessä, ei voi saada avustusta tästä hausta.",
            "Någon av dem som söker tillsammans kan inte få bidrag i denna omgång.",
            "One of those who apply together cannot be supported by this call."),
    PARTNER_NOT_JOINED(
            "Joku niistä, jotka hakevat yhdessä, ei ole vielä vahvistanut olevansa mukana.",
            "Någon av dem som söker tillsammans har inte ännu bekräftat sitt deltagande.",
            "One of those who apply together has not confirmed yet that it takes part."),
    NOT_DECLARED(
            "Vakuutusta ei ole annettu.",
            "Försäkran har inte getts.",
            "The declaration is not given.");

    private static final Currency EUR = Currency.getInstance("EUR");

    private final String fi;
    private final String sv;
    private final String en;

    Reason(String fi, String sv, String en) {
        this.fi = fi;
        this.sv = sv;
        this.en = en;
    }

    /** The code in the API, for example {@code home-elsewhere}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason in words, with the amount that would be allowed where it has a place for one. */
    public LocalizedText text(@Nullable Euros limit) {
        return new LocalizedText(
                worded(fi, Language.FI, limit),
                worded(sv, Language.SV, limit),
                worded(en, Language.EN, limit));
    }

    private static String worded(String text, Language language, @Nullable Euros limit) {
        if (limit == null) {
            return text;
        }
        NumberFormat amounts = NumberFormat.getCurrencyInstance(language.locale());
        amounts.setCurrency(EUR);
        return text.replace("{0}", amounts.format(BigDecimal.valueOf(limit.cents(), 2)));
    }

    static Reason because(Objection objection) {
        return switch (objection) {
            case OVER_CAP -> OVER_CAP;
            case OVER_CAP_PER_APPLICANT -> OVER_CAP_PER_APPLICANT;
            case OVER_CAP_PER_EVENT -> OVER_CAP_PER_EVENT;
            case TOTAL_COST_MISSING -> TOTAL_COST_MISSING;
            case OVER_SHARE -> OVER_SHARE;
            case COSTS_TOO_HIGH -> COSTS_TOO_HIGH;
        };
    }
}
