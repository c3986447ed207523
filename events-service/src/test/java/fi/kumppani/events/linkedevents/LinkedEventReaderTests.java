package fi.kumppani.events.linkedevents;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Audience;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.Keyword;
import fi.kumppani.events.event.Position;
import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

class LinkedEventReaderTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CLEANING =
            """
            {"id": "example:af1", "data_source": "example", "origin_id": 17,
             "name": {"fi": "Siivouspäivä", "sv": "Städdag"},
             "short_description": {"fi": "Talkoot"},
             "description": {"fi": "<p>Tuo hanskat &amp; ämpäri<br>(10&nbsp;l &lt; 1 kg).</p><p>Kahvit!<script>x</script></p>"},
             "start_time": "2027-05-08T07:00:00Z", "end_time": "2027-05-08T12:00:00+03:00",
             "has_start_time": true, "has_end_time": true,
             "event_status": "EventScheduled", "publication_status": "public",
             "location": {"id": "tprek:1", "name": {"fi": "Tori"},
                          "street_address": {"fi": "Esimerkkikatu 1"},
                          "position": {"type": "Point", "coordinates": [22.84, 62.79]}},
             "info_url": {"fi": "https://example.org/siivous"},
             "audience": [{"@id": "https://example.org/v1/keyword/yso:p13050/"},
                          {"@id": "http://www.yso.fi/onto/yso/p11617"},
                          {"@id": "https://example.org/v1/keyword/helfi:7/"}],
             "keywords": [{"@id": "yso:p1"}], "offers": [{"is_free": true}],
             "custom_data": null, "unheard_of": {"deep": [1, 2]}}
            """;

    @Test
    void readsWhatItKnowsAndLeavesTheRest() {
        LinkedRow row = read(Map.of()).orElseThrow();

        EventDetails details = row.details();
        assertThat(row.status()).isEqualTo(LinkedRow.Status.SCHEDULED);
        assertThat(details.title().sv()).isEqualTo("Städdag");
        assertThat(Objects.requireNonNull(details.theme()).fi()).isEqualTo("Talkoot");
        assertThat(Objects.requireNonNull(details.description()).fi())
                .isEqualTo("Tuo hanskat & ämpäri\n(10 l < 1 kg).\nKahvit!");
        assertThat(details.particulars().audience())
                .containsExactlyInAnyOrder(Audience.FAMILIES, Audience.YOUNG_PEOPLE);
        assertThat(details.schedule().startsAt()).isEqualTo(Instant.parse("2027-05-08T07:00:00Z"));
        assertThat(details.schedule().endsAt()).isEqualTo(Instant.parse("2027-05-08T09:00:00Z"));
        assertThat(details.venue().streetAddress()).isEqualTo("Esimerkkikatu 1");
        assertThat(details.venue().position()).isEqualTo(new Position(62.79, 22.84));
        assertThat(details.particulars().enrolment().address())
                .isEqualTo(URI.create("https://example.org/siivous"));
        assertThat(Objects.requireNonNull(details.particulars().source()).id())
                .isEqualTo("example:af1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    location          | null
                    location          | {"@id": "https://example.org/place/1/"}
                    location          | {"name": null, "street_address": {"fi": null}}
                    end_time          | null
                    description       | null
                    description       | {"fi": "", "sv": null}
                    audience          | null
                    info_url          | null
                    info_url          | {"fi": "[email protected]"}
                    data_source       | null
                    event_status      | null
                    has_end_time      | null
                    """)
    void survivesWhatIsMissingOrBlankedOut(String field, String value) {
        assertThat(read(change(field, value))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    id                 | null                                          | id
                    id                 | 7                                             | id
                    name               | null                                          | name
                    name               | {"fi": " "}                                   | name
                    name               | "Siivous"                                     | name
                    name               | {"fi": 7}                                     | name.fi
                    start_time         | null                                          | start_time
                    start_time         | "8.5.2027"                                    | start_time
                    start_time         | "2027-05-08T07:00:00"                         | start_time
                    end_time           | "2027-05-08T06:00:00Z"                        | end_time
                    event_status       | "EventLater"                                  | event_status
                    publication_status | "draft"                                       | publication_status
                    has_start_time     | "yes"                                         | has_start_time
                    location           | {"name": {"fi": "a"}, "position": {"coordinates": [622, 22]}} | location.position
                    audience           | "families"                                    | audience
                    audience           | ["families"]                                  | audience
                    audience           | [{"id": 7}]                                   | audience
                    keywords           | "talkoot"                                     | keywords
                    keywords           | ["talkoot"]                                   | keywords
                    keywords           | [{"name": {"fi": "talkoot"}}]                 | keywords
                    keywords           | [{"id": "yso:p1", "name": "talkoot"}]         | keywords.name
                    super_event        | "example:af0"                                 | super_event
                    super_event        | {"name": {"fi": "Kevät"}}                     | super_event
                    location           | "Tori"                                        | location
                    """)
    void refusesWhatItCannotRead(String field, String value, String named) {
        FieldErrors errors = new FieldErrors();

        assertThat(LinkedEventReader.read(with(change(field, value)), errors)).isEmpty();
        assertThat(errors.all()).extracting(FieldError::field).contains(named);
    }

    @Test
    void readsKeywordsWithTheNamesTheSourceTellsAndMakesAThemeOfThemWhereThereIsNone() {
        var told =
                change(
                        "keywords",
                        """
                        [{"id": "yso:p1", "name": {"fi": "talkoot", "sv": "talko", "en": "volunteer work"}},
                         {"@id": "https://example.org/v1/keyword/yso:p2/", "name": {"fi": "ympäristö"}},
                         {"@id": "http://www.yso.fi/onto/yso/p3"},
                         {"id": "yso:p1"}]
                        """);
        told.put("short_description", null);

        EventDetails details = read(told).orElseThrow().details();

        assertThat(Objects.requireNonNull(details.particulars().source()).keywords())
                .containsExactly(
                        new Keyword(
                                "yso:p1", new LocalizedText("talkoot", "talko", "volunteer work")),
                        new Keyword("yso:p2", LocalizedText.finnish("ympäristö")),
                        new Keyword("p3", null));
        assertThat(details.theme())
                .isEqualTo(new LocalizedText("talkoot, ympäristö", "talko", "volunteer work"));
        told.put("short_description", Map.of("fi", "Talkoot"));
        assertThat(read(told).orElseThrow().details().theme())
                .isEqualTo(LocalizedText.finnish("Talkoot"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"@id": "https://example.org/v1/event/example:af0/"} | example:af0
                    {"id": "example:af0", "name": {"fi": "Kevät"}}       | example:af0
                    {"@id": "https://example.org/v1/event/example:af1/"} |
                    null                                                 |
                    """)
    void readsWhatItIsAPartOfButNotOfItself(String told, @Nullable String umbrella) {
        LinkedRow row = read(change("super_event", told)).orElseThrow();

        assertThat(Objects.requireNonNull(row.details().particulars().source()).waitsFor())
                .isEqualTo(umbrella);
        assertThat(row.isPart()).isEqualTo(umbrella != null);
    }

    @Test
    void takesTheWholeDayWhenOnlyTheDayIsKnown() {
        var days = change("start_time", "\"2027-05-08T00:00:00Z\"");
        days.put("has_start_time", false);
        days.put("end_time", null);

        EventDetails details = read(days).orElseThrow().details();

        assertThat(details.schedule().startsAt()).isEqualTo(Instant.parse("2027-05-07T21:00:00Z"));
        assertThat(details.schedule().endsAt()).isEqualTo(Instant.parse("2027-05-08T21:00:00Z"));
    }

    @Test
    void knowsWhatIsOnlineAndWhatIsGone() {
        assertThat(
                        read(change("location", "{\"id\": \"example:internet\"}"))
                                .orElseThrow()
                                .details()
                                .particulars()
                                .attendance()
                                .mode())
                .isEqualTo(Attendance.Mode.ONLINE);
        assertThat(read(change("deleted", "true")).orElseThrow().status())
                .isEqualTo(LinkedRow.Status.CANCELLED);
        assertThat(read(change("event_status", "\"EventPostponed\"")).orElseThrow().status())
                .isEqualTo(LinkedRow.Status.POSTPONED);
    }

    private static Optional<LinkedRow> read(Map<String, @Nullable Object> changes) {
        FieldErrors errors = new FieldErrors();
        Optional<LinkedRow> row = LinkedEventReader.read(with(changes), errors);
        assertThat(errors.all()).isEmpty();
        return row;
    }

    private static Map<String, @Nullable Object> change(String field, String value) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put(field, JSON.readValue(value, Object.class));
        return change;
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> changes) {
        Map<String, @Nullable Object> event = JSON.readValue(CLEANING, new TypeReference<>() {});
        event.putAll(changes);
        return event;
    }
}
