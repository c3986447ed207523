package fi.kumppani.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.problem.ProblemKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class MessageBundleTests {

    private static final Pattern KEY_IN_TEMPLATE =
            Pattern.compile("#\\{(?!\\|)([a-z0-9.-]+)|messages\\.msg\\('([a-z0-9.-]+)'");
    private static final Pattern FAMILY_IN_TEMPLATE =
            Pattern.compile("#\\{\\|([a-z0-9.-]+\\.)\\$\\{[^}]*}([a-z0-9.-]*)\\|}");

    @ParameterizedTest
    @ValueSource(strings = {"_sv", "_en"})
    void saysEverythingInEveryLanguage(String language) throws IOException {
        assertThat(keys(language)).isEqualTo(keys(""));
    }

    /** The later of two texts would stand on both pages. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_sv", "_en"})
    void saysNothingUnderAKeyThatIsTaken(String language) throws IOException {
        Set<String> taken = new HashSet<>();

        assertThat(
                        source(language)
                                .lines()
                                .filter(line -> !line.startsWith("#") && line.contains("="))
                                .map(line -> line.substring(0, line.indexOf('=')).strip()))
                .isNotEmpty()
                .allMatch(taken::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_sv", "_en"})
    void leavesNothingBlankAndNothingUnreadable(String language) throws IOException {
        Properties texts = texts(language);

        assertThat(keys(language))
                .allSatisfy(
                        key -> {
                            String text = texts.getProperty(key);
                            assertThat(text).as(key).isNotBlank();
                            if (text.contains("{")) {
                                assertThat(text).as(key).doesNotContain("'");
                                assertThat(new MessageFormat(text).getFormatsByArgumentIndex())
                                        .as(key)
                                        .hasSize(parameters(texts("").getProperty(key)));
                            }
                        });
    }

    @Test
    void hasEveryTextThatATemplateNames() throws IOException {
        Set<String> named =
                templates()
                        .flatMap(
                                template ->
                                        KEY_IN_TEMPLATE
                                                .matcher(template)
                                                .results()
                                                .map(
                                                        result ->
                                                                result.group(1) != null
                                                                        ? result.group(1)
                                                                        : result.group(2)))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty();
        assertThat(keys("")).containsAll(named);
    }

    @Test
    void hasATextForEveryFamilyThatATemplateNames() throws IOException {
        Set<String> keys = keys("");

        assertThat(
                        templates()
                                .flatMap(template -> FAMILY_IN_TEMPLATE.matcher(template).results())
                                .toList())
                .isNotEmpty()
                .allSatisfy(
                        family ->
                                assertThat(keys)
                                        .anyMatch(
                                                key ->
                                                        key.startsWith(family.group(1))
                                                                && key.endsWith(family.group(2))));
    }

    @Test
    void explainsEveryProblem() throws IOException {
        assertThat(keys(""))
                .containsAll(
                        Arrays.stream(ProblemKind.values())
                                .flatMap(
                                        kind ->
                                                Stream.of(
                                                        "problem." + kind.code() + ".title",
                                                        "problem." + kind.code() + ".text"))
                                .toList());
    }

    private static int parameters(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Set<String> keys(String language) throws IOException {
        return new TreeSet<>(texts(language).stringPropertyNames());
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        texts.load(new StringReader(source(language)));
        return texts;
    }

    private static String source(String language) throws IOException {
        return new ClassPathResource("/messages/portal" + language + ".properties")
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static Stream<String> templates() throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:/templates/**/*.html");
        Stream.Builder<String> contents = Stream.builder();
        for (Resource template : found) {
            contents.add(template.getContentAsString(StandardCharsets.UTF_8));
        }
        return contents.build();
    }
}
