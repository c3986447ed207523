package fi.kumppani.kit.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Validation;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the door for contact details answers, and that it asks in the right municipality. */
class ContactsControllerTests {

    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new ContactsController(List.of(new OneRecipient())))
                    .build();

    @Test
    void answersEachRequestInItsOwnMunicipalityAndInTheOrderAsked() throws Exception {
        mvc.perform(
                        post("/internal/contacts")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"requests":[
                                          {"id":"m1","municipality":"743","subject":"gone",
                                           "kind":"grant-decided","language":null},
                                          {"id":"m2","municipality":"052","subject":"a1",
                                           "kind":"grant-decided","language":null},
                                          {"id":"m3","municipality":"743","subject":"a1",
                                           "kind":"grant-decided","language":"en"}]}
                                        """))
                .andExpect(status().isOk())
                .andExpect(
                        content()
                                .json(
                                        """
                                        {"contacts":[
                                          {"id":"m1","found":false},
                                          {"id":"m2","found":true,"email":"a@example.org",
                                           "language":"sv","recipientRef":"052-a1",
                                           "links":{"view":"https://portal.example.org/m/052/\
                                        applications/a1?token=t"},
                                           "facts":{"title":{"fi":"Haku"}}},
                                          {"id":"m3","found":true,"email":"a@example.org",
                                           "language":"en","recipientRef":"743-a1",
                                           "links":{"view":"https://portal.example.org/m/743/\
                                        applications/a1?token=t"},
                                           "facts":{"title":{"fi":"Haku"}}}]}
                                        """,
                                        JsonCompareMode.STRICT));
    }

    @Test
    void refusesKindsThatNobodyHereKnows() throws Exception {
        mvc.perform(asking("m1", "issue")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void refusesMoreThanOneAnswerCanHold() {
        var request =
                new ContactRequest("m1", new MunicipalityCode("743"), "a1", "grant-decided", null);
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var validator = factory.getValidator();
            var most = Collections.nCopies(ContactRequests.MOST, request);
            var more = Collections.nCopies(ContactRequests.MOST + 1, request);

            assertThat(validator.validate(new ContactRequests(most))).isEmpty();
            assertThat(validator.validate(new ContactRequests(more))).hasSize(1);
        }
    }

    @Test
    void doesNotStartWithTwoSourcesOfOneKind() {
        var sources = List.<ContactSource>of(new OneRecipient(), new OneRecipient());

        assertThatThrownBy(() -> new ContactsController(sources))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsAddressesOutOfTexts() {
        var contact = new Contact("a@example.org", Language.FI, "r1", Map.of(), Map.of());
        var request =
                new ContactRequest("m1", new MunicipalityCode("743"), "a1", "grant-decided", null);

        assertThat(contact.toString() + ContactAnswer.of(request, contact)).doesNotContain("@");
    }

    private static MockHttpServletRequestBuilder asking(String id, String kind) {
        return posted(request(id, kind));
    }

    private static MockHttpServletRequestBuilder posted(String requests) {
        return post("/internal/contacts")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"requests\":[" + requests + "]}");
    }

    private static String request(String id, String kind) {
        return """
        {"id":"%s","municipality":"743","subject":"a1","kind":"%s"}\
        """
                .formatted(id, kind);
    }

    private static final class OneRecipient implements ContactSource {

        private final PortalLinks portal =
                new PortalLinks(URI.create("https://portal.example.org"));

        @Override
        public Set<String> kinds() {
            return Set.of("grant-decided");
        }

        @Override
        public Map<String, Contact> find(List<ContactRequest> requests) {
            Map<String, Contact> found = new HashMap<>();
            for (ContactRequest request : requests) {
                if (!request.subject().equals("gone")) {
                    found.put(request.id(), contact(request.subject()));
                }
            }
            return found;
        }

        private Contact contact(String subject) {
            return new Contact(
                    "a@example.org",
                    Language.SV,
                    Tenancy.current() + "-" + subject,
                    Map.of("view", portal.signed("applications", subject, "t")),
                    Map.of("title", LocalizedText.finnish("Haku")));
        }
    }
}
