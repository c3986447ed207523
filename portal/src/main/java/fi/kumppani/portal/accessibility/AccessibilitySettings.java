package fi.kumppani.portal.accessibility;

import fi.kumppani.portal.municipality.Municipality;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the accessibility statement depends on.
 *
 * @param feedback the addresses at which municipalities take feedback on accessibility, by
 *     municipality code
 * @param evaluatedOn the day on which the pages were last evaluated; the statement is of that day
 */
@ConfigurationProperties("kumppani.accessibility")
record AccessibilitySettings(
        @DefaultValue Map<String, String> feedback,
        @DefaultValue("2026-11-23") LocalDate evaluatedOn) {

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    /**
     * @throws IllegalArgumentException when there is feedback to what is no municipality or no mail
     *     address
     */
    AccessibilitySettings {
        feedback = Map.copyOf(feedback);
        feedback.forEach(
                (code, address) -> {
                    if (!Municipality.isCode(code) || !ADDRESS.matcher(address).matches()) {
                        throw new IllegalArgumentException(
                                "kumppani.accessibility.feedback.743 is like"
                                        + " saavutettavuus@example.org");
                    }
                });
    }
}
