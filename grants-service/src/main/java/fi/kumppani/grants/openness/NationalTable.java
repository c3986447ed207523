package fi.kumppani.grants.openness;

import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decisions in the 34 columns of the national record of state grants (tutkiavustuksia.fi), refusals
 * included. What people write is withheld, and so are the names of groups that are no registered
 * body; the table says so: applicants were never told that it would be published.
 */
public final class NationalTable {

    /** The columns, as the national record names them. */
    public static final List<String> COLUMNS =
            List.of(
                    "valtionapuviranomainen",
                    "avustushakuAsianumero",
                    "avustushakuNimi",
                    "avustushakuAvustuslaji",
                    "avustushakuAlkaaPvm",
                    "avustushakuPaattyyPvm",
                    "avustushakuURL",
                    "avustusasiaAsianumero",
                    "avustusasiaVireilletuloPvm",
                    "avustusasiaKieli",
                    "avustusasiaVireillepanijaHenkiloTunnus",
                    "avustusasiaVireillepanijaHenkiloNimi",
                    "avustusasiaVireillepanijaYhteisoTunnus",
                    "avustusasiaVireillepanijaYhteisoNimi",
                    "avustushakemusHaettuKayttotarkoitus",
                    "avustushakemusHaettuAvustus",
                    "avustushakemusAlueKunnat",
                    "avustushakemusAlueMaakunnat",
                    "avustushakemusAlueHyvinvointialueet",
                    "avustushakemusAlueValtiot",
                    "avustuspaatosPvm",
                    "avustuspaatosPerustelu",
                    "avustuspaatosTyyppi",
                    "avustuspaatosMyonnettyAvustus",
                    "avustuspaatosHyvaksyttyKayttotarkoitus",
                    "avustuspaatosKayttoaikaAlkaaPvm",
                    "avustuspaatosKayttoaikaPaattyyPvm",
                    "avustuspaatosMaksettuAvustus",
                    "piilotaKayttotarkoitus",
                    "piilotaVireillepanija",
                    "poistaTiedot",
                    "euVarat",
                    "saajanSektoriluokitus",
                    "ulkomainenSaaja");

    private static final String WITHHELD = "";
    private static final String UNKNOWN = "";

    private NationalTable() {}

    /** A row, a cell for each column. */
    public static List<String> row(OpenDecision open) {
        GrantApplication.Decided decided = open.decided();
        Proposal proposal = decided.proposal();
        boolean granted = decided.decision().granted().cents() > 0;
        return Stream.of(
                        "Kunta " + Tenancy.current(),
                        open.call().value(),
                        open.terms().title().in(Language.FI).text(),
                        WireCodes.of(open.terms().scheme().kind()),
                        day(FinnishTime.dayOf(open.terms().window().opensAt())),
                        day(FinnishTime.dayOf(open.terms().window().closesAt().minusMillis(1))),
                        UNKNOWN,
                        decided.receipt().number().toString(),
                        day(FinnishTime.dayOf(decided.receipt().at())),
                        proposal.contact() == null ? UNKNOWN : proposal.contact().language().code(),
                        WITHHELD,
                        WITHHELD,
                        Objects.toString(open.openly().businessId(), UNKNOWN),
                        open.openly().name().in(Language.FI).text(),
                        WITHHELD,
                        proposal.requested().toString(),
                        Tenancy.current().value(),
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN,
                        day(decided.decision().request().decidedOn()),
                        reasons(decided),
                        granted ? "Myönteinen" : "Kielteinen",
                        decided.decision().granted().toString(),
                        WITHHELD,
                        day(proposal.beginsOn()),
                        day(proposal.endsOn()),
                        open.paid().toString(),
                        "true",
                        Boolean.toString(!open.openly().isNamed()),
                        "false",
                        "false",
                        UNKNOWN,
                        "false")
                .toList();
    }

    private static String reasons(GrantApplication.Decided decided) {
        return decided.decision().reasons().stream()
                .map(DecisionReason::text)
                .map(text -> text.in(Language.FI).text())
                .collect(Collectors.joining("; "));
    }

    private static String day(@Nullable LocalDate day) {
        return Objects.toString(day, UNKNOWN);
    }
}
