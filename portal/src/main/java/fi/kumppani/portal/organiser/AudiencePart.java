package fi.kumppani.portal.organiser;

import fi.kumppani.portal.association.NetworkFacts;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.springframework.ui.Model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom an event is meant for, of which network it is, and who holds it with the municipality. */
final class AudiencePart implements EventPart {

    private static final String AUDIENCE = "audience";
    private static final String NETWORK = "networkId";
    private static final String MUNICIPALITY = "municipality";
    private static final String POSTCODE = "postcode";
    private static final Pattern MUNICIPALITY_CODE = Pattern.compile("[0-9]{3}");
    private static final Pattern FIVE_DIGITS = Pattern.compile("[0-9]{5}");
    private static final List<String> KNOWN =
            List.of(
                    "residents",
                    "associations",
                    "elected-officials",
                    "staff",
                    "volunteers",
                    "older-people",
                    "young-people",
                    "families",
                    "disabled-people",
                    "newcomers");
    private static final PartRows AREAS =
            new PartRows(
                    "areas",
                    PartFields.told("name", MUNICIPALITY, POSTCODE),
                    List.of(),
                    PartFields.told("name", POSTCODE),
                    50);
    private static final PartRows ORGANISERS =
            new PartRows(
                    "organisers",
                    PartFields.told("name", MUNICIPALITY),
                    List.of(),
                    PartFields.told("name"),
                    50);

    /** A network to choose. */
    record Choice(String id, Told name) {}

    @Override
    public String name() {
        return AUDIENCE;
    }

    @Override
    public List<PartRows> lists() {
        return List.of(AREAS, ORGANISERS);
    }

    @Override
    public List<String> others() {
        return List.of(AUDIENCE, NETWORK);
    }

    @Override
    public void fill(FilledForm form, Map<String, Object> told) {
        form.putAll(AUDIENCE, PartFields.list(told.get(AUDIENCE)));
        form.put(NETWORK, PartFields.text(told, NETWORK));
        for (PartRows rows : lists()) {
            int row = 0;
            for (Map<String, Object> each : PartFields.objects(told.get(rows.name()))) {
                PartFields.fillWords(form, rows.field(row, "name"), each.get("name"));
                for (String part : List.of(MUNICIPALITY, POSTCODE)) {
                    if (rows.parts().contains(part)) {
                        form.put(rows.field(row, part), PartFields.text(each, part));
                    }
                }
                row++;
            }
        }
    }

    @Override
    public void write(FilledForm form, Map<String, Object> told, Map<String, Object> body) {
        body.put(AUDIENCE, form.values(AUDIENCE).stream().filter(KNOWN::contains).toList());
        body.remove(NETWORK);
        if (!form.value(NETWORK).isEmpty()) {
            body.put(NETWORK, form.value(NETWORK));
        }
        body.put(
                AREAS.name(),
                PartFields.rows(
                        form,
                        AREAS,
                        row -> {
                            Map<String, Object> area = named(form, AREAS, row);
                            PartFields.line(
                                    form, AREAS.field(row, POSTCODE), FIVE_DIGITS, area, POSTCODE);
                            return area;
                        }));
        body.put(
                ORGANISERS.name(),
                PartFields.rows(form, ORGANISERS, row -> named(form, ORGANISERS, row)));
    }

    private static Map<String, Object> named(FilledForm form, PartRows rows, int row) {
        Map<String, Object> named = new LinkedHashMap<>();
        PartFields.words(form, rows.field(row, "name"), true, named, "name");
        PartFields.line(
                form, rows.field(row, MUNICIPALITY), MUNICIPALITY_CODE, named, MUNICIPALITY);
        return named;
    }

    @Override
    public Optional<String> words(String field, String value) {
        return field.equals(AUDIENCE) ? Optional.of("event.audience." + value) : Optional.empty();
    }

    /** Networks that have ended are there only where the event is of one. */
    @Override
    public void show(
            String code, Map<String, Object> told, Person person, Reader reader, Model model) {
        String own = PartFields.text(told, NETWORK);
        List<Choice> networks =
                new ArrayList<>(
                        WholeList.of(
                                        person,
                                        from -> NetworkFacts.page(code, from, WholeList.AT_ONCE))
                                .found()
                                .map(Listing::items)
                                .orElseGet(List::of)
                                .stream()
                                .filter(each -> each.isActive() || each.id().equals(own))
                                .map(
                                        each ->
                                                new Choice(
                                                        each.id(),
                                                        each.name().told(reader.language())))
                                .toList());
        if (!own.isEmpty() && networks.stream().noneMatch(each -> each.id().equals(own))) {
            networks.add(new Choice(own, new Told(own, reader.language().code())));
        }
        model.addAttribute("networks", networks);
        model.addAttribute("audiences", KNOWN);
    }
}
