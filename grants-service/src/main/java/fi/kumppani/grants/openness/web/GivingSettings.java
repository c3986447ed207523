package fi.kumppani.grants.openness.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.util.Map;

/**
 * How grants and organisations are named in what is published for 360Giving.
 *
 * @param prefix the one that 360Giving issues to whoever publishes; the default is issued to nobody
 * @param businessIds the business id (Y-tunnus) of each municipality that publishes, by its code
 */
@Validated
@ConfigurationProperties("kumppani.grants.giving")
record GivingSettings(
        @DefaultValue("360G-kumppani") @NotNull @Pattern(regexp = "360G-[A-Za-z0-9]+")
                String prefix,
        @DefaultValue Map<String, @Pattern(regexp = "[0-9]{7}-[0-9]") String> businessIds) {

    /** Copies the map. */
    GivingSettings {
        businessIds = Map.copyOf(businessIds);
    }
}
