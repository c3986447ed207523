package fi.kumppani.grants.scheme;

import fi.kumppani.kit.text.LocalizedText;

/** The kinds of costs (kululaji) that an application states and a grant may be divided among. */
public enum CostCategory {
    PERSONNEL("Palkat ja palkkiot", "Löner och arvoden", "Wages and fees"),
    PREMISES("Tilat ja vuokrat", "Lokaler och hyror", "Premises and rents"),
    MATERIALS("Tarvikkeet ja kalusto", "Material och inventarier", "Materials and equipment"),
    SERVICES("Ostopalvelut", "Köpta tjänster", "Purchased services"),
    TRAVEL("Matkat ja kuljetukset", "Resor och transporter", "Travel and transport"),
    COMMUNICATION("Viestintä", "Kommunikation", "Communication"),
    VOLUNTEER_WORK("Talkootyö", "Talkoarbete", "Volunteer work"),
    OTHER("Muut kulut", "Övriga kostnader", "Other costs");

    private final String fi;
    private final String sv;
    private final String en;

    CostCategory(String fi, String sv, String en) {
        this.fi = fi;
        this.sv = sv;
        this.en = en;
    }

    /** What everybody may read. */
    public LocalizedText text() {
        return new LocalizedText(fi, sv, en);
    }
}
