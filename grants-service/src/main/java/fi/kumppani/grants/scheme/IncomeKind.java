package fi.kumppani.grants.scheme;

import fi.kumppani.kit.text.LocalizedText;

/** What pays for costs beside the grant that is applied for (muu rahoitus). */
public enum IncomeKind {
    OWN_MONEY("Omarahoitus", "Egen finansiering", "Own money"),
    /** Volunteer work, at the value that stands among the costs. */
    OWN_WORK("Talkootyö", "Talkoarbete", "Volunteer work"),
    FEES("Osallistumismaksut ja myynti", "Deltagaravgifter och försäljning", "Fees and sales"),
    OTHER_GRANTS("Muut avustukset", "Övriga bidrag", "Other grants"),
    OTHER("Muut tulot", "Övriga inkomster", "Other income");

    private final String fi;
    private final String sv;
    private final String en;

    IncomeKind(String fi, String sv, String en) {
        this.fi = fi;
        this.sv = sv;
        this.en = en;
    }

    /** What everybody may read. */
    public LocalizedText text() {
        return new LocalizedText(fi, sv, en);
    }
}
