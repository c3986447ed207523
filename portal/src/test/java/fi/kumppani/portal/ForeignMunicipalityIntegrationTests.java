package fi.kumppani.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.registrar.FakeRegistry;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every form behind the login, sent to where whoever is logged in has nothing to do. */
class ForeignMunicipalityIntegrationTests extends PortalUnderTest {

    private static final Pattern BEHIND_THE_LOGIN =
            Pattern.compile(
                    "/m/\\{code}/(work|organise|registry|sender|letters/(drafts|lists)|my"
                            + "|events/\\{id}/(door|feedback|decision))(/.*)?");
    private static final Pattern OF_REPRESENTATIVES =
            Pattern.compile("/v1/municipalities/179/(applications|associations)/1/.*");
    private static final int LEAST_FORMS = 100;

    private final Browser browser = browser();

    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private String token = "";

    @BeforeEach
    void logIn() {
        FakeRegistry.holds(service(Backend.REGISTRY));
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        identityProvider()
                .rolesAre(
                        "coordinator",
                        "grant-officer",
                        "decision-maker",
                        "association-representative");
        browser.logIn(identityProvider(), "/login");
        token = browser.open("/m/743/registry/new").html().select("[name=_csrf]").val();
    }

    /** Whom representatives act for is known by the services alone, who are asked in that one. */
    @Test
    void findsNothingOfAnotherMunicipality() {
        List<String> faults = submitted(forms(), "179", "1");

        Arrays.stream(Backend.values())
                .flatMap(backend -> service(backend).asked().stream())
                .filter(asked -> !asked.method().equals("GET"))
                .filter(asked -> !OF_REPRESENTATIVES.matcher(asked.path()).matches())
                .forEach(asked -> faults.add(asked.method() + " " + asked.path()));
        assertThat(faults).isEmpty();
        assertThat(forms()).hasSizeGreaterThan(LEAST_FORMS);
    }

    /** Services look for each id in the municipality of the path, and so does the portal. */
    @Test
    void findsNothingByIdsOfAnotherMunicipality() {
        List<String> forms =
                forms().stream().filter(form -> form.replace("{code}", "").contains("{")).toList();

        List<String> faults = submitted(forms, "743", "9");

        Arrays.stream(Backend.values())
                .flatMap(backend -> service(backend).asked().stream())
                .filter(asked -> !asked.method().equals("GET"))
                .filter(asked -> !asked.path().matches("/v1/municipalities/743/[a-z-]+/9(/.*)?"))
                .forEach(asked -> faults.add(asked.method() + " " + asked.path()));
        assertThat(faults).isEmpty();
        assertThat(forms).hasSizeGreaterThan(LEAST_FORMS);
    }

    /** Sends each; what is found all the same. */
    private List<String> submitted(List<String> forms, String municipality, String id) {
        List<String> found = new ArrayList<>();
        for (String form : forms) {
            String path =
                    form.replace("{code}", municipality)
                            .replaceAll("\\{[^{}]*(\\{[^}]*}[^{}]*)*}", id);
            Page page = browser.submit(path, foreign(id));
            if (page.status() != 404) {
                found.add(path + ": " + page.status() + " " + page.header("Location"));
            }
        }
        return found;
    }

    private List<String> forms() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(
                        mapping ->
                                mapping.getMethodsCondition()
                                        .getMethods()
                                        .contains(RequestMethod.POST))
                .flatMap(ForeignMunicipalityIntegrationTests::patterns)
                .filter(pattern -> BEHIND_THE_LOGIN.matcher(pattern).matches())
                .sorted()
                .toList();
    }

    private static Stream<String> patterns(RequestMappingInfo mapping) {
        return Objects.requireNonNull(mapping.getPathPatternsCondition())
                .getPatternValues()
                .stream();
    }

    private Map<String, String> foreign(String id) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", token);
        for (String field :
                List.of("association", "associationId", "callId", "network", "list", "form")) {
            form.put(field, id);
        }
        return form;
    }
}
