package fi.kumppani.registry.report;

import fi.kumppani.kit.text.LocalizedText;

/** What a report tells, with the definition everybody may hold it to. */
public enum Measure {
    INHABITANTS(
            "inhabitants.newest",
            "Asukkaat: uusin tiedossa oleva luku, josta kerrotaan päivä ja lähde. Alueella"
                    + " kuntien lukujen summa; päivä on vanhimman luvun päivä.",
            "Invånare: den nyaste kända uppgiften, med datum och källa. För en region summan"
                    + " av kommunernas uppgifter; datumet är den äldsta uppgiftens.",
            "Inhabitants: the newest figure known, with its day and source. For a region the"
                    + " sum over its municipalities; the day is that of the oldest"
                    + " figure."),
    ACTIVE_ASSOCIATIONS(
            "associations.active.now",
            "Rekisterin yhdistykset, joiden kotikunta tämä on, jotka on merkitty toimiviksi ja"
                    + " joita ei ole purettu. Luku on tämänhetkinen, myös menneen vuoden"
                    + " raportissa.",
            "Föreningar i registret som har kommunen som hemort, är märkta som verksamma och"
                    + " inte är upplösta. Läget just nu, även i rapporten för ett gånget"
                    + " år.",
            "Associations of the registry with this home municipality that are marked active"
                    + " and not dissolved. As of now, in the report of a past year"
                    + " too."),
    ASSOCIATIONS_PER_1000(
            "associations.active.now/inhabitants.newest*1000",
            "Toimivat yhdistykset tuhatta asukasta kohti, kahden desimaalin tarkkuudella.",
            "Verksamma föreningar per tusen invånare, med två decimaler.",
            "Active associations per thousand inhabitants, rounded half up to two" + " decimals."),
    GRANTS_GRANTED(
            "grants.granted.by-decision-day",
            "Avustuspäätöksillä myönnetyt eurot; vuosi on päätöspäivän vuosi.",
            "Beviljade understöd i euro; året är beslutsdagens.",
            "Euros granted to applications; the year is that of the decision's day."),
    GRANTS_PER_INHABITANT(
            "grants.granted.by-decision-day/inhabitants.newest",
            "Myönnetyt eurot asukasta kohti, kahden desimaalin tarkkuudella.",
            "Beviljade euro per invånare, med två decimaler.",
            "Euros granted per inhabitant, rounded half up to two decimals."),
    EVENTS(
            "events.held.by-start",
            "Julkaistut tapahtumat, joita ei ole peruttu; vuosi on alkamisvuosi.",
            "Publicerade evenemang som inte är inställda; året är startdagens.",
            "Published events that are not cancelled; the year is that of their start."),
    REGISTRATIONS(
            "events.registrations.confirmed.by-start",
            "Vahvistetut ilmoittautumiset näihin tapahtumiin. Alle viiden ihmisen lukua ei"
                    + " kerrota.",
            "Bekräftade anmälningar till dessa evenemang. Ett antal under fem personer"
                    + " uppges inte.",
            "Confirmed registrations to these events. A number below five people is not"
                    + " told."),
    LETTERS_SENT(
            "newsletter.issues.sent",
            "Lähetetyt järjestökirjeet; vuosi on lähettämisen vuosi.",
            "Utskickade nyhetsbrev; året är utskickets.",
            "Newsletter issues sent; the year is that of the sending.");

    private final String definition;
    private final String fi;
    private final String sv;
    private final String en;

    Measure(String definition, String fi, String sv, String en) {
        this.definition = definition;
        this.fi = fi;
        this.sv = sv;
        this.en = en;
    }

    /** The key of the definition; another definition gets another key. */
    public String definition() {
        return definition;
    }

    /** The definition in words. */
    public LocalizedText text() {
        return new LocalizedText(fi, sv, en);
    }
}
