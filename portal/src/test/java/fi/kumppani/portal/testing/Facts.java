package fi.kumppani.portal.testing;

import fi.kumppani.portal.testing.StubService.Reply;

/** What services answer about Seinäjoki, in their own words. */
public final class Facts {

    /** The id of the event. */
    public static final String EVENT = "01939c5e-0000-7000-8000-000000000001";

    /** Members of an event that has everything a page can show or a form can ask. */
    public static final String EVERYTHING =
            """
            "situation":"open","doorsFrom":"2099-09-23T13:30:00Z","seriesId":"s1",
            "venue":{"name":{"fi":"Kansalaistoiminnankeskus Matara"},"room":{"fi":"Matara-sali"},
              "streetAddress":"Matarankatu 6 A1","accessibility":["wheelchair","induction-loop"],
              "position":{"latitude":62.24,"longitude":25.75}},
            "attendance":{"mode":"hybrid","onlineAddressPublic":false},
            "audience":["associations","elected-officials","staff"],
            "areas":[{"name":{"fi":"Nurmo"}}],
            "organisers":[{"name":{"fi":"KYT ry"}},{"name":{"fi":"Evijärvi"},"municipality":"052"}],
            "programme":[{"startsAt":"2099-09-23T14:10:00Z","text":{"fi":"Katsaus järjestökentän muutoksiin"}},
                         {"text":{"fi":"Keskustelu pienryhmissä"}}],
            "minimum":{"atLeast":10,"decidedAt":"2099-09-20T10:00:00Z","assured":false},
            "registration":{"largestParty":4,"holdFor":"PT10M","acceptWithin":"PT48H",
              "seatsPerAssociation":4,
              "quotas":[{"id":"clubs","title":{"fi":"Seurat"},"seats":40},
                        {"id":"villages","title":{"fi":"Kylät"},"seats":40}],
              "workshops":{"groups":[{"id":"culture","title":{"fi":"Kulttuuri"}},
                {"id":"villages","title":{"fi":"Asukas-, kylä- ja vanhempainyhdistykset"}}]},
              "questions":[
                {"id":"lunch","label":{"fi":"Syötkö kanssamme?"},"kind":"one","required":true,
                 "options":[{"id":"yes","label":{"fi":"Kyllä"}},{"id":"no","label":{"fi":"En"}}]},
                {"id":"topics","label":{"fi":"Mistä haluaisit puhuttavan?"},"kind":"several",
                 "options":[{"id":"a","label":{"fi":"Tilat"}},{"id":"b","label":{"fi":"Avustukset"}}]},
                {"id":"diet","label":{"fi":"Ruokavalio"},"kind":"text","purpose":"catering",
                 "condition":{"question":"lunch","anyOf":["yes"]}},
                {"id":"access","label":{"fi":"Mitä tarvitset voidaksesi osallistua?"},"kind":"text",
                 "purpose":"accessibility"}]},
            """;

    /** What is to be done at an event. */
    public static final String TASKS =
            """
            {"tasks":[
              {"id":"1","title":{"fi":"Haravointi"},"area":{"fi":"Kylätalo"},
               "details":{"fi":"Aloitetaan pihasta."},
               "materials":[{"what":{"fi":"säkkiä"},"amount":20},{"what":{"fi":"haravaa"},"amount":5}]},
              {"id":"2","title":{"fi":"Kuljetus"},"takenBy":{"name":{"fi":"VPK"}},"done":true}]}
            """;

    /** A series. */
    public static final String SERIES =
            """
            {"id":"s1","title":{"fi":"Järjestöilta","sv":"Föreningskväll"},"wholeOnly":false,
             "description":{"fi":"Joka vuosi kokoonnutaan saman pöydän ääreen."},"years":[
              {"year":2099,"events":[{"id":"e3","title":{"fi":"Järjestöilta 2099"},
                "status":"published","startsAt":"2099-09-23T14:00:00Z",
                "endsAt":"2099-09-23T16:00:00Z","situation":"open"}]},
              {"year":2025,"events":[{"id":"e2","title":{"fi":"Järjestöilta 2025"},
                "theme":{"fi":"Yhteistyöllä"},"status":"published",
                "startsAt":"2025-09-23T14:00:00Z","endsAt":"2025-09-23T16:00:00Z",
                "situation":"held"}]},
              {"year":2024,"events":[{"id":"e1","title":{"fi":"Järjestöilta 2024"},
                "status":"archived","startsAt":"2024-10-24T14:00:00Z",
                "endsAt":"2024-10-24T16:00:00Z","situation":"archived"}]}]}
            """;

    private Facts() {}

    /**
     * Somebody who follows a series.
     *
     * @param more further fields, each with a comma before it
     */
    public static String following(String more) {
        return """
        {"seriesId":"s1","title":{"fi":"Järjestöilta"},"number":7,\
        "joinedAt":"2026-10-01T10:00:00Z","name":"Osallistuja",\
        "email":"osallistuja@example.org","language":"fi"%s}\
        """
                .formatted(more);
    }

    /** The municipality. */
    public static Reply seinajoki() {
        return municipality("743", "Seinäjoki");
    }

    /** What two figures of a report mean. */
    public static final String REPORT_DEFINITIONS =
            """
            {"items":[{"definition":"active-associations","text":{"fi":"Ne, jotka toimivat."}},
                      {"definition":"events","text":{"fi":"Ne, jotka pidettiin."}}]}
            """;

    /**
     * A report with a figure of each kind.
     *
     * @param more fields before the others, such as whose it is
     */
    public static String report(String more) {
        return """
        {%s"year":2023,"figures":{
          "activeAssociations":{"value":1122,"definition":"active-associations","asOf":"2023-12-31","sources":["registry"]},
          "associationsPer1000":{"value":"16.97","definition":"associations-per-1000","asOf":null,"sources":[]},
          "grantsGranted":{"value":"986400.00","unit":"EUR","definition":"grants","asOf":null,"sources":[]},
          "grantsPerInhabitant":{"value":"14.92","unit":"EUR","definition":"grants-each","asOf":null,"sources":[]},
          "events":{"value":null,"definition":"events","asOf":null,"sources":[]},
          "registrations":{"value":null,"suppressed":true,"definition":"registrations","asOf":"2023-12-31","sources":[]}
        }}
        """
                .formatted(more);
    }

    /**
     * Reports that differ from year to year, as the years of a place do; of some years people are
     * too few to be told.
     *
     * @param more fields before the others, such as whose they are
     */
    public static Reply reports(String more) {
        return exchange -> {
            String query = exchange.getRequestURI().getQuery();
            int year = Integer.parseInt(query.replaceAll(".*year=([0-9]+).*", "$1"));
            int nth = year % 5;
            Reply.json(
                            200,
                            report(more)
                                    .replace("986400.00", (nth * 173_450 + 212_300) + ".00")
                                    .replace(
                                            "\"events\":{\"value\":null",
                                            "\"events\":{\"value\":" + (nth * 7 + 3))
                                    .replace(
                                            "\"value\":null,\"suppressed\":true",
                                            nth == 2
                                                    ? "\"value\":null,\"suppressed\":true"
                                                    : "\"value\":" + (nth * 131 + 44)))
                    .answer(exchange);
        };
    }

    /** An association. */
    public static String association() {
        return """
        {"id":"a1","name":{"fi":"Kyläyhdistys <i>","sv":"Byföreningen <i>"},
         "form":"registered-association","homeMunicipality":"743","purposeClass":4,
         "registerNumber":"123.456","businessId":"1234567-1","status":"verified","active":true,
         "themes":[],"unknown":{"a":[1]}}
        """;
    }

    /** A municipality. */
    public static Reply municipality(String code, String name) {
        return Reply.json(
                200,
                """
                {"code":"%s","name":{"fi":"%s"},"region":"14","unknown":{"a":[1]}}
                """
                        .formatted(code, name));
    }

    /** A page of a list. */
    public static Reply listing(String... items) {
        return Reply.json(
                200, "{\"items\":[" + String.join(",", items) + "],\"next\":\"there-is-more\"}");
    }

    /** An event to come, with free seats. */
    public static String event() {
        return event("published", 12, 0);
    }

    /** An event to come, with these members more, each with a comma behind it. */
    public static String event(String more) {
        return event().replace("\"imported\"", more + "\"imported\"");
    }

    /** An event to come. */
    public static String event(String status, int free, int waiting) {
        return """
        {"id":"%s","status":"%s","open":%b,"title":{"fi":"Järjestöilta <b>2099</b>","sv":"Föreningskväll"},
         "theme":{"fi":"Yhteistyöllä"},"description":{"fi":"Ensin.\\n\\nSitten."},
         "venue":{"name":{"fi":"Matara-sali"},"streetAddress":"Matarankatu 6 A1"},
         "coffeeFrom":"2099-09-23T13:45:00Z","startsAt":"2099-09-23T14:00:00Z",
         "endsAt":"2099-09-23T16:00:00Z","registrationDeadline":"2099-09-21T20:59:00Z",
         "seats":{"capacity":80,"confirmed":%d,"free":%d,"waiting":%d},
         "cancellationReason":{"fi":"Sali on suljettu"},"imported":false}
        """
                .formatted(EVENT, status, status.equals("published"), 80 - free, free, waiting);
    }

    /**
     * How many must come, as a member with a comma behind it.
     *
     * @param assured whether enough do
     */
    public static String minimum(boolean assured) {
        return "\"minimum\":{\"atLeast\":10,\"decidedAt\":\"2099-09-01T10:00:00Z\",\"assured\":"
                + assured
                + "},";
    }

    /** An event with seven people that needs ten. */
    public static Reply undecided() {
        return needing(false);
    }

    /** The same once it is decided that it is held. */
    public static Reply decided() {
        return needing(true);
    }

    private static Reply needing(boolean assured) {
        return Reply.json(
                        200,
                        event("published", 73, 0)
                                .replace("\"imported\"", minimum(assured) + "\"imported\""))
                .and("ETag", "\"6\"");
    }

    /** What is asked after an event. */
    public static Reply feedback() {
        return Reply.json(
                        200,
                        """
                        {"questions":[
                          {"id":"grade","label":{"fi":"Arvosana","sv":"Betyg"},"kind":"one","required":true,
                           "options":[{"id":"good","label":{"fi":"Hyvä"}},
                                      {"id":"bad","label":{"fi":"Huono"}}]},
                          {"id":"why","label":{"fi":"Miksi?","sv":"Varför?"},"kind":"text","required":false,
                           "options":[],"condition":{"question":"grade","anyOf":["bad"]}},
                          {"id":"next","label":{"fi":"Mitä seuraavaksi?"},"kind":"text",
                           "required":false,"options":[]}],
                         "formVersion":2,"anonymous":true,"after":"PT3H"}
                        """)
                .and("ETag", "\"4\"");
    }

    /** What was answered. */
    public static Reply feedbackResults() {
        return Reply.json(
                200,
                """
                {"answered":5,"questions":[
                  {"question":{"id":"grade","label":{"fi":"Arvosana","sv":"Betyg"},"kind":"one",
                               "options":[{"id":"good","label":{"fi":"Hyvä"}},
                                          {"id":"bad","label":{"fi":"Huono"}}]},
                   "answered":4,"options":{"good":3,"bad":1},"texts":[]},
                  {"question":{"id":"next","label":{"fi":"Mitä seuraavaksi?"},"kind":"text","options":[]},
                   "answered":2,"options":{},"texts":["<b>Liian pitkä</b>","Lisää kahvia"]},
                  {"question":{"id":"other","label":{"fi":"Muuta?"},"kind":"text","options":[]},
                   "answered":0,"options":{},"texts":[]}]}
                """);
    }

    /** An event that has been. */
    public static String heldEvent() {
        return event().replace("2099-", "2025-").replace("\"open\":true", "\"open\":false");
    }

    /** The published memo of an event. */
    public static String memo(String attachment) {
        return """
        {"status":"published","publishedAt":"2025-09-30T09:00:00Z",
         "text":{"fi":"Paikalla oli 23 <b>toimijaa</b>.\\n\\nKiitos!"},
         "sections":[{"title":{"fi":"Tilat"},"group":"villages","text":{"fi":"Tiloja puuttuu."}}],
         "actions":[
           {"id":"1","what":{"fi":"Etsitään tilat talvikaudelle"},"who":{"fi":"KYT ry"},"due":"2025-10-31","done":false},
           {"id":"2","what":{"fi":"Lähetetään muistio"},"who":{"fi":"Koordinaattori"},"done":true}],
         "attachments":[{"id":"%s","name":"muistio & liite.pdf","mediaType":"application/pdf","bytes":1234567}]}
        """
                .formatted(attachment);
    }

    /** An open call. */
    public static String call() {
        return """
        {"id":"c1","status":"published","open":true,"title":{"fi":"Kylien kehittämisraha"},"year":2099,
         "budget":"30000.00","capPerApplication":"400.00","eligibleForms":["village-association"],
         "opensAt":"2026-01-01T00:00:00Z","closesAt":"2099-03-31T12:00:00Z","imported":false}
        """;
    }

    /** What the rules of a call answer to anybody. */
    public static final String ELIGIBILITY =
            """
            {"eligible":false,"possible":false,"track":"full","rules":[
             {"rule":"call-open","text":{"fi":"Hakuaika on käynnissä."},"answer":"yes"},
             {"rule":"association-active","text":{"fi":"Yhdistys toimii."},"answer":"open",
              "field":"associationId"},
             {"rule":"association-form","text":{"fi":"Haku on tämänmuotoisille yhteisöille."},
              "answer":"no","reason":"form-not-eligible",
              "because":{"fi":"Haku ei ole tarkoitettu tämänmuotoisille yhteisöille."}}]}
            """;

    /** A call with everything a page can show. */
    public static String wholeCall() {
        return """
        {"id":"c1","status":"published","open":true,"title":{"fi":"Kylien kehittämisraha"},"year":2099,
         "description":{"fi":"Kylien elinvoimaan <b>ja hyvinvointiin."},
         "criteria":{"fi":"Hakijana on kyläyhdistys."},
         "budget":"30000.00","capPerApplication":"400.00",
         "eligibleForms":["registered-association","cooperative"],
         "opensAt":"2026-01-01T00:00:00Z","closesAt":"2099-03-31T12:00:00Z",
         "rounds":[{"name":{"fi":"Kevät"},"opensAt":"2026-01-01T00:00:00Z","closesAt":"2099-03-31T12:00:00Z"},
                   {"opensAt":"2099-08-01T00:00:00Z","closesAt":"2099-08-31T12:00:00Z"}],
         "scheme":{"kind":"village-development","continuous":false,"capPerApplicant":"800.00",
          "capPerEvent":"400.00","lightUpTo":"200.00",
          "share":{"tiers":[{"upTo":"1000.00","percent":100},{"upTo":"10000.00","percent":50}],"above":"refused"},
          "payment":{"mode":"afterwards","onlyWhenFinal":true,"receiptsBy":"2027-11-30"},
          "criteria":[{"id":"effect","text":{"fi":"Vaikutus kylään"},"weight":60},
                      {"id":"reach","text":{"fi":"Osallistujat"},"weight":40}],
          "attachments":[{"id":"rules","label":{"fi":"Säännöt"},"firstTimeOnly":true}],
          "rules":[{"rule":"home-here"},{"rule":"declaration","id":"d","statement":{"fi":"Vakuutamme tiedot oikeiksi."}},
                   {"rule":"at-most","applications":2},{"rule":"new-one"}]},
         "imported":false}
        """;
    }

    /** A decision that everybody may read. */
    public static String openDecision() {
        return """
        {"callId":"c1","callTitle":{"fi":"Kylien kehittämisraha"},"kind":"village-development",
         "diaryNumber":"743/2025/00042","associationId":"a","associationName":{"fi":"Kyläyhdistys <i>"},
         "requested":"400.00","outcome":"partly-granted","granted":"250.50","paid":"0.00",
         "reasons":[{"fi":"Kustannuksia ei hyväksytä","en":"Costs cannot be accepted"}],
         "madeBy":"board","decidedOn":"2025-03-03"}
        """;
    }

    /** A letter. */
    public static String letter(String label, String sentAt) {
        return """
        {"id":"l-%1$s","list":{"id":"x","name":{"fi":"Järjestökirje"}},"number":2,"year":2024,
         "label":"%1$s","title":{"fi":"Järjestökirje %1$s"},"sentAt":"%2$s","recipients":83,
         "imported":true}
        """
                .formatted(label, sentAt);
    }

    /** Whom letters come from, as newsletter-service tells it: an own sender, seen or not yet. */
    public static Reply sender(boolean isSeen) {
        return Reply.json(
                        200,
                        """
                        {"inUse":"%2$s","own":{"address":"kirjeet@seinajoki.example.org",
                          "name":{"fi":"Seinäjoen kirje","sv":"Seinäjokis brev"},
                          "replyTo":"kirjeet@seinajoki.example.org","color":"#0b5a46",
                          "server":{"host":"smtp.example.org","port":587,"username":"letters"},
                          "verified":%1$s,"checkedAt":"2026-12-02T10:00:00Z","records":[
                            {"kind":"spf","name":"seinajoki.example.org","type":"TXT",
                             "value":"v=spf1 include:_spf.kumppani.example.org ~all","seen":true},
                            {"kind":"dkim","name":"k1._domainkey.seinajoki.example.org","type":"TXT",
                             "value":"v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA","seen":%1$s},
                            {"kind":"dmarc","name":"_dmarc.seinajoki.example.org","type":"TXT",
                             "value":"v=DMARC1; p=quarantine","seen":%1$s}]}}
                        """
                                .formatted(
                                        isSeen,
                                        isSeen
                                                ? "kirjeet@seinajoki.example.org"
                                                : "letters@example.org"))
                .and("ETag", "\"3\"");
    }
}
