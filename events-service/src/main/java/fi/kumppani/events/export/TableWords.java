package fi.kumppani.events.export;

import fi.kumppani.events.registration.Registration;
import fi.kumppani.kit.text.Language;

import java.util.List;

/**
 * The words of the table in the language of its reader.
 *
 * @param sheet what the table is called
 * @param columns the headings before those of the questions
 * @param came that somebody came
 */
record TableWords(
        String sheet,
        List<String> columns,
        String confirmed,
        String waitlisted,
        String offered,
        String requested,
        String held,
        String cancelled,
        String came) {

    private static final TableWords FI =
            new TableWords(
                    "osallistujat",
                    List.of(
                            "Numero",
                            "Tila",
                            "Nimi",
                            "Sähköposti",
                            "Kieli",
                            "Paikkoja",
                            "Kiintiö",
                            "Yhdistyksen tunnus",
                            "Työpajaryhmä",
                            "Ilmoittautunut",
                            "Paikalla",
                            "Saapui"),
                    "vahvistettu",
                    "jonossa",
                    "paikkaa tarjottu",
                    "odottaa hyväksyntää",
                    "paikka varattuna lomakkeen ajan",
                    "peruttu",
                    "kyllä");

    private static final TableWords SV =
            new TableWords(
                    "deltagare",
                    List.of(
                            "Nummer",
                            "Status",
                            "Namn",
                            "E-post",
                            "Språk",
                            "Platser",
                            "Kvot",
                            "Föreningens id",
                            "Arbetsgrupp",
                            "Anmäld",
                            "På plats",
                            "Anlände"),
                    "bekräftad",
                    "i kö",
                    "erbjuden plats",
                    "väntar på godkännande",
                    "plats reserverad under ifyllandet",
                    "avbokad",
                    "ja");

    private static final TableWords EN =
            new TableWords(
                    "participants",
                    List.of(
                            "Number",
                            "Status",
                            "Name",
                            "E-mail",
                            "Language",
                            "Seats",
                            "Quota",
                            "Association id",
                            "Workshop group",
                            "Registered",
                            "Present",
                            "Arrived"),
                    "confirmed",
                    "on the waiting list",
                    "offered a seat",
                    "waits for approval",
                    "seat held for the form",
                    "cancelled",
                    "yes");

    static TableWords in(Language language) {
        return switch (language) {
            case FI -> FI;
            case SV -> SV;
            case EN -> EN;
        };
    }

    String status(Registration registration) {
        return switch (registration) {
            case Registration.Confirmed _ -> confirmed;
            case Registration.Waitlisted _ -> waitlisted;
            case Registration.Offered _ -> offered;
            case Registration.Requested _ -> requested;
            case Registration.Held _ -> held;
            case Registration.Cancelled _ -> cancelled;
        };
    }
}
