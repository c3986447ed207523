package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;
import fi.kumppani.system.stand.Visitor;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The portal's pages in front of the real services: everybody follows every link they are shown,
 * each kind of page twice, and each leads to a page in their language.
 */
class PagesJourneyTests {

    private static final String TOWN = "seinajoki";
    private static final String CODE = "743";
    private static final String HERE = "/m/" + CODE;
    private static final String REPRESENTATIVE = "111ec3bc-e7ce-52c9-a262-e5ad92363f2f";

    /** How many pages of one kind are opened. */
    private static final int EACH = 2;

    private static final Pattern ID = Pattern.compile("/[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern ELSEWHERE = Pattern.compile("/m/(?!" + CODE + ").*");

    private static TestStand stand;

    @BeforeAll
    static void live() {
        stand = TestStand.shared();
        var steps = new Steps(stand);
        String association = steps.association(TOWN, CODE);
        steps.at(Service.REGISTRY, "coordinator." + TOWN)
                .post(
                        "/v1/municipalities/" + CODE + "/mandates",
                        Map.of(
                                "associationId",
                                association,
                                "subject",
                                REPRESENTATIVE,
                                "module",
                                "grants"))
                .expect(201);
        String event = steps.event(TOWN, CODE, 3);
        steps.register(event, Steps.address("page"), "fi").expect(201);
        String call = steps.call(TOWN, CODE, "900.00", "400.00");
        String applied =
                steps.application(TOWN, CODE, call, association, "100.00", Steps.address("page"));
        assertThat(applied).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "nobody, fi, calendar associations calls calls/{id} decisions report letters open-data",
        "nobody, sv, calendar associations calls calls/{id} decisions report letters open-data",
        "nobody, en, calendar associations calls calls/{id} decisions report letters open-data",
        "coordinator.seinajoki, fi, desk registry organise/events letters/drafts sender",
        "coordinator.seinajoki, sv, desk registry organise/events letters/drafts sender",
        "coordinator.seinajoki, en, desk registry organise/events letters/drafts sender",
        "officer.seinajoki, fi, work/calls work/calls/{id} work/calls/{id}/ledger work/forms",
        "officer.seinajoki, sv, work/calls work/calls/{id} work/calls/{id}/ledger work/forms",
        "officer.seinajoki, en, work/calls work/calls/{id} work/calls/{id}/ledger work/forms",
        "decider.seinajoki, fi, work/calls work/applications/{id} work/reconciliation",
        "association.seinajoki, fi, my/applications my/calls/{id}",
        "association.seinajoki, sv, my/applications my/calls/{id}",
        "association.seinajoki, en, my/applications my/calls/{id}"
    })
    void leadsEverybodyToPagesThatAreThere(String who, String language, String wanted) {
        try (var visitor = new Visitor(stand)) {
            if (!who.equals("nobody")) {
                var _ = visitor.logIn(who);
            }
            List<String> faults = new ArrayList<>();

            Set<String> seen = walk(visitor, language, start(who), faults);

            assertThat(faults).isEmpty();
            for (String each : wanted.split(" ", -1)) {
                assertThat(seen).contains(HERE + "/" + each);
            }
        }
    }

    private static List<String> start(String who) {
        return switch (who.split("\\.", 2)[0]) {
            case "officer", "decider" -> List.of(HERE, HERE + "/work");
            case "association" -> List.of(HERE, HERE + "/my");
            default -> List.of(HERE);
        };
    }

    /** Follows links from page to page; the kinds of pages that were opened. */
    private static Set<String> walk(
            Visitor visitor, String language, List<String> begin, List<String> faults) {
        Queue<String> next = new ArrayDeque<>();
        begin.forEach(each -> next.add(each + "?lang=" + language));
        Set<String> known = new HashSet<>(next);
        Map<String, Integer> kinds = new HashMap<>();
        while (!next.isEmpty()) {
            String path = next.remove();
            if (kinds.merge(kind(path), 1, Integer::sum) > EACH) {
                continue;
            }
            Visitor.Page page = visitor.open(path);
            if (!visitor.isHere(page)) {
                continue;
            }
            look(page, path, language, faults);
            if (page.isHtml()) {
                visitor.links(page).stream()
                        .filter(PagesJourneyTests::isWithin)
                        .filter(
                                each ->
                                        !each.contains("lang=")
                                                || each.contains("lang=" + language))
                        .filter(known::add)
                        .forEach(next::add);
            }
        }
        Set<String> seen = new TreeSet<>();
        kinds.keySet().forEach(each -> seen.add(each.split("\\?", 2)[0]));
        return seen;
    }

    private static void look(Visitor.Page page, String path, String language, List<String> faults) {
        if (page.status() != 200) {
            faults.add(path + " answers " + page.status());
        }
        if (page.isHtml()) {
            if (!page.html().select("html").attr("lang").equals(language)) {
                faults.add(path + " is not in " + language);
            }
            if (page.body().contains("??")) {
                faults.add(path + " has words that are nowhere");
            }
        }
    }

    /**
     * Not the API, which has journeys of its own, logging out, other places, and samples of frames,
     * which ask for no language.
     */
    private static boolean isWithin(String path) {
        return !path.startsWith("/api/")
                && !path.contains("/embed/")
                && !path.startsWith("/log")
                && !ELSEWHERE.matcher(path).matches();
    }

    /** The address with every id taken out, and with the names of its parameters. */
    private static String kind(String path) {
        String[] parts = path.split("\\?", 2);
        String names = parts.length < 2 ? "" : parts[1].replaceAll("=[^&]*", "");
        return ID.matcher(parts[0]).replaceAll("/{id}")
                + (names.isEmpty() || names.equals("lang") ? "" : "?" + names);
    }
}
