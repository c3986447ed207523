package fi.kumppani.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.contracts.MessageTypes.MessageType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class MessageCatalogueTests {

    private static final Pattern WIRE_NAME =
            Pattern.compile(
                    "(registry|events|grants|newsletter)\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*");

    /** Personal data has no place in a message, whatever it is called. */
    private static final Set<String> NEVER =
            Set.of("person", "firstname", "lastname", "email", "phone", "birth", "iban", "ssn");

    /** A name or an address is public only of these. */
    private static final Set<String> PUBLICLY_NAMED =
            Set.of("Association", "Municipality", "Network", "Venue");

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    static Stream<MessageType> types() {
        return MessageTypes.all().stream();
    }

    @Test
    void givesEachTypeItsOwnNameAndRecord() {
        assertThat(types().map(MessageType::name)).doesNotHaveDuplicates();
        assertThat(types().map(MessageType::data)).doesNotHaveDuplicates();
    }

    @Test
    void createsEveryTopicThatATypeIsPublishedOn() {
        assertThat(types().map(MessageType::topic).distinct())
                .containsExactlyInAnyOrderElementsOf(Topics.all());
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesServiceAggregateHappeningAndVersion(MessageType type) {
        assertThat(type.name()).matches(WIRE_NAME).startsWith(type.topic().name() + ".");
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsAndWritesItsGoldenJsonWithoutLoss(MessageType type) {
        String golden = GoldenMessages.of(type.name());

        Record read = JSON.readValue(golden, type.data());

        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(JSON.readTree(golden));
    }

    @ParameterizedTest
    @MethodSource("types")
    void carriesNoPersonalData(MessageType type) {
        eachComponent(
                type.data(),
                (owner, component) -> {
                    String name = component.getName().toLowerCase(Locale.ROOT);
                    assertThat(NEVER)
                            .as("%s.%s", owner.getSimpleName(), component.getName())
                            .noneMatch(name::contains);
                    if (name.endsWith("name") || name.contains("address")) {
                        assertThat(PUBLICLY_NAMED)
                                .as("who may have a %s", component.getName())
                                .contains(owner.getSimpleName());
                    }
                });
    }

    @Test
    void noticesPersonalDataWhereItIs() {
        record Planted(String contactEmail) {}
        List<String> found = new ArrayList<>();

        eachComponent(Planted.class, (_, component) -> found.add(component.getName()));

        assertThat(found)
                .anyMatch(name -> NEVER.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains));
    }

    @ParameterizedTest
    @MethodSource("types")
    void usesTypesOfTheJdkAndOfThisModuleOnly(MessageType type) {
        eachComponent(
                type.data(),
                (owner, component) ->
                        assertThat(component.getType().getPackageName())
                                .as("%s.%s", owner.getSimpleName(), component.getName())
                                .matches("(java\\..*|fi\\.kumppani\\.contracts.*)?"));
    }

    @Test
    void isDocumentedInFull() throws IOException {
        Path documented = Path.of("..", "docs", "message-catalogue.md");

        assertThat(Files.readString(documented))
                .as("docs/message-catalogue.md; this is what belongs there:%n%n%s", catalogue())
                .isEqualTo(catalogue());
    }

    private static String catalogue() {
        var text =
                new StringBuilder(
                        """
                        # Message catalogue

                        What travels on Kafka. Written from `contracts` (`MessageTypes`, `Topics`) and held to it by `MessageCatalogueTests`; the fields are documented on the records, an example of each is in `contracts/src/test/resources/golden`. Nobody publishes `registry.survey.invited.v1` yet: its producer comes with surveys.

                        """);
        for (Topic topic : Topics.all()) {
            text.append("## ").append(topic.name()).append("\n\n");
            text.append("| type | data |\n| --- | --- |\n");
            types().filter(type -> type.topic().equals(topic))
                    .forEach(
                            type ->
                                    text.append(
                                            "| `%s` | %s |\n"
                                                    .formatted(type.name(), fields(type))));
            text.append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String fields(MessageType type) {
        return Stream.of(type.data().getRecordComponents())
                .map(MessageCatalogueTests::field)
                .collect(Collectors.joining("; "));
    }

    private static String field(RecordComponent component) {
        if (!component.getType().isRecord()) {
            return component.getName();
        }
        Set<String> fields = new TreeSet<>();
        for (RecordComponent inner : component.getType().getRecordComponents()) {
            fields.add(inner.getName());
        }
        return component.getName() + ": " + String.join(", ", fields);
    }

    private static void eachComponent(
            Class<?> record, BiConsumer<Class<?>, RecordComponent> visitor) {
        for (RecordComponent component : record.getRecordComponents()) {
            visitor.accept(record, component);
            Class<?> inner = component.getType();
            if (component.getGenericType() instanceof ParameterizedType generic
                    && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
                inner = element;
            }
            if (inner.isRecord()) {
                eachComponent(inner, visitor);
            }
        }
    }
}
