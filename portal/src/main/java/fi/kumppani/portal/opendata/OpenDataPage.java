package fi.kumppani.portal.opendata;

import fi.kumppani.portal.PortalSettings;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists what of a municipality is open, each with its formats and an example. */
@Controller
class OpenDataPage {

    private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");

    private final Municipalities municipalities;
    private final PortalSettings portal;
    private final Clock clock;

    OpenDataPage(Municipalities municipalities, PortalSettings portal, Clock clock) {
        this.municipalities = municipalities;
        this.portal = portal;
        this.clock = clock;
    }

    /**
     * Something that is open.
     *
     * @param name its key among the texts of the page
     * @param example the whole address of the first of its forms
     */
    record Source(String name, List<Form> forms, String example) {}

    /**
     * A form in which it is.
     *
     * @param format its key among the texts of the page
     * @param path where it is
     */
    record Form(String format, String path) {}

    /** The description of a service's API. */
    record Description(String service, String path) {}

    @GetMapping("/m/{code}/open-data")
    String see(@PathVariable String code, Reader reader, Model model) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        int year = LocalDate.now(clock.withZone(FINLAND)).getYear();
        model.addAttribute("municipality", municipality);
        model.addAttribute("sources", sources(municipality, year));
        model.addAttribute(
                "descriptions",
                Arrays.stream(Backend.values())
                        .map(
                                backend ->
                                        new Description(
                                                backend.code(),
                                                "/api/" + backend.code() + "/v3/api-docs"))
                        .toList());
        return "open-data";
    }

    private List<Source> sources(Municipality municipality, int year) {
        String here = "/v1/municipalities/" + municipality.code();
        String grants = "/api/grants" + here;
        String events = "/api/events" + here;
        return List.of(
                source(
                        "decisions",
                        new Form("csv", grants + "/open-data/decisions.csv?year=" + year),
                        new Form("json", grants + "/open-data/decisions?year=" + year),
                        new Form("giving", grants + "/open-data/grants.json?year=" + year)),
                source("calls", new Form("json", grants + "/calls")),
                source(
                        "events",
                        new Form("calendar", events + "/calendar.ics"),
                        new Form("json", events + "/events"),
                        new Form("linked-events", events + "/linked-events/event/")),
                source(
                        "letters",
                        new Form("atom", "/m/" + municipality.code() + "/letters/feed.atom"),
                        new Form("json", "/api/newsletter" + here + "/issues")),
                source(
                        "associations",
                        new Form("csv", "/api/registry" + here + "/associations.csv"),
                        new Form("json", "/api/registry" + here + "/associations")),
                source("report", report(municipality, year)),
                source("embeds", embeds(municipality)));
    }

    private static Form[] report(Municipality municipality, int year) {
        String registry = "/api/registry/v1";
        List<Form> forms = new ArrayList<>();
        String here = registry + "/municipalities/" + municipality.code();
        forms.add(new Form("csv", here + "/report.csv?year=" + year));
        forms.add(new Form("json", here + "/report?year=" + year));
        if (municipality.region() != null) {
            String region = registry + "/regions/" + municipality.region();
            forms.add(new Form("region-csv", region + "/report.csv?year=" + year));
            forms.add(new Form("region-json", region + "/report?year=" + year));
        }
        forms.add(new Form("definitions", registry + "/report-definitions"));
        return forms.toArray(Form[]::new);
    }

    /** What a site can show within its own pages, and where it asks how. */
    private Form[] embeds(Municipality municipality) {
        String here = "/m/" + municipality.code();
        return new Form[] {
            new Form(
                    "oembed",
                    UriComponentsBuilder.fromPath("/oembed")
                            .queryParam("url", "{page}")
                            .encode()
                            .buildAndExpand(portal.at(here + "/events"))
                            .toUriString()),
            new Form("frame-events", here + "/embed/events"),
            new Form("frame-associations", here + "/embed/associations"),
            new Form("frame-letters", here + "/embed/letters")
        };
    }

    private Source source(String name, Form... forms) {
        return new Source(name, List.of(forms), portal.at(forms[0].path()));
    }
}
